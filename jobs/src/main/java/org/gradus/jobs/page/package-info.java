/**
 * What the pages of the report and of the dashboard have in common: one HTML file that carries its
 * style, script, charts and data. No jobs, hence no counters; memory: the page and its data as
 * JSON.
 */
package org.gradus.jobs.page;

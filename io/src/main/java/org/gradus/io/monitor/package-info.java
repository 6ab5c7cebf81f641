/**
 * What {@code gradus monitor} keeps of each day: one file, {@code
 * day=YYYY-MM-DD/exercises.jsonl.gz}, of sums that merge exactly, and the alerts beside it.
 */
package org.gradus.io.monitor;

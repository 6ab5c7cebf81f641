/** What the Parquet output formats of jobs have in common. */
package org.gradus.io.parquet;

/**
 * Reads problem logs: any number of files, folders and globs, plain, gzip, bzip2 or Zstandard, as
 * records of one line each. {@link org.gradus.io.log.LogInputFormat} gives {@code <NullWritable,
 * LogRecord>}; the records live in memory only and are never serialised.
 */
package org.gradus.io.log;

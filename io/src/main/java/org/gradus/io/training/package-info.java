/**
 * Training rows in Parquet, for pandas, Spark or DuckDB: one record is one attempt with its
 * features before the answer. Columns: {@code student}, {@code exercise} (strings), {@code
 * opportunity} (int, from 1), {@code held_out} and {@code correct} (booleans), then one float per
 * feature under the feature's name.
 */
package org.gradus.io.training;

/**
 * Student histories as Parquet files: one record is one student with all attempts, so that no split
 * of a file can ever cut a student in two and every job over histories needs no shuffle.
 *
 * <p>Record type (see {@link org.gradus.io.history.HistorySchema}): {@code student} and a list
 * {@code attempts} of structs {@code exercise, item, problem_type, correct, epoch_millis, order,
 * seconds_taken, hints, answers, fold}, in the three-level list structure of the Parquet format, so
 * that DuckDB, Spark and pandas see a list of structs. What an attempt does not have is null.
 *
 * <p>Memory: a writer holds at most one row group ({@code parquet.block.size}, 32 MB unless set)
 * and one history; a reader one compressed row group and one history. Equal texts of a row group
 * are one {@code String} as long as their column is dictionary encoded.
 */
package org.gradus.io.history;

/**
 * Command {@code forget}: takes one student out of the files of a work folder: histories, training
 * rows, predictions, states and their tables, and the quarantine. Files that do not hold the
 * student are only looked at; of Parquet files, the row groups whose range of ids may have it.
 *
 * <p>The manifest of each step then has, under {@code forgotten}, a proof of each file that was
 * written anew: its records and its SHA-256 before and after. It does not say who was forgotten.
 *
 * <p>In a store, of which only the predictions know students, all batches are treated in the same
 * way, and the proof is in the lineage of each; in a database rows are deleted and counted, in one
 * transaction for each batch.
 *
 * <p>No job: everything is done in this process. Memory: one row group of Parquet. What cannot be
 * taken out is what a student has added to sums: the census, item difficulties and the model, which
 * name nobody and are made anew by the next run on logs without the student.
 */
package org.gradus.jobs.forget;

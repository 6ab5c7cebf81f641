/**
 * Step {@code train}: one model per exercise, fitted and checked in reducers.
 *
 * <ul>
 *   <li>map: {@link org.gradus.jobs.examples.ExampleMapper}: histories to traces, keyed by
 *       (exercise, role, student).
 *   <li>partition: by exercise, balanced with the census; sort: training rows before held-out rows,
 *       each by student.
 *   <li>reduce, per exercise: training rows into memory, fit theta, then score the held-out rows as
 *       they stream by. Output: key the line of {@code parameters.jsonl}, value the line of {@code
 *       exercises.jsonl}; at the end of each reducer one line with its sums of the evaluation.
 *   <li>driver: merges the sorted parts into {@code model/} and {@code evaluation/}.
 * </ul>
 *
 * <p>Rows come in a defined order, sums are whole numbers: the output is the same to the last byte
 * for any number of splits, mappers and reducers. Counter law: ATTEMPTS_READ = ATTEMPTS_TRAINING +
 * ATTEMPTS_HELD_OUT + ATTEMPTS_LEFT_OUT, and reducers see ROWS_FITTED + ROWS_NOT_FITTED =
 * ATTEMPTS_TRAINING, ROWS_SCORED = ATTEMPTS_HELD_OUT. Memory of a reducer: {@code
 * gradus.train.max-attempts-in-memory} x features x 4 bytes; the rows of a larger exercise are
 * drawn by a hash of the student. Skew: the largest exercise bounds the slowest reducer from below.
 */
package org.gradus.jobs.train;

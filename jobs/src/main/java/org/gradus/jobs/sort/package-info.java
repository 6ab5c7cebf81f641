/**
 * The step sort: problem logs in, one history per student out, with the census of the exercises and
 * the quarantine of the lines that became no attempt.
 *
 * <p>Map: {@code <NullWritable, LogRecord>} to {@code <AttemptKey, NullWritable>}; the key holds
 * the student and the whole attempt, so that sorting keys sorts histories and equal keys are
 * duplicate {@link org.gradus.jobs.sort.Deliveries}. Lines that are no attempts go to a side file.
 * Combine: drops duplicates. Partition and group by student. Reduce: {@code <AttemptKey,
 * NullWritable>} to {@code <Void, StudentHistory>}, Parquet; drops the duplicates that came from
 * different map tasks; counts attempts by exercise.
 *
 * <p>Order of a history: time, then order, then item, exercise and problem type; what agrees in
 * these are {@link org.gradus.jobs.sort.TiedAttempts}, shuffled by a hash, lest their order tell of
 * their outcomes. Attempts without a time come first. The order depends neither on the order of the
 * logs nor on the number of tasks. Every attempt keeps the fold of its own line; students with
 * several are counted. Rows that tell of one answer to a problem with several skills are marked as
 * {@link org.gradus.jobs.sort.Repeats} finds them.
 *
 * <p>With {@code gradus.sort.pseudonym-key-name} the map replaces each student's id by a {@link
 * org.gradus.io.pseudonym.Pseudonyms pseudonym} before anything is written, and the quarantine
 * keeps place and reason of a line but nothing that stood in it.
 *
 * <p>Counter law: {@code LINES_READ = ATTEMPTS_KEPT + DUPLICATES_DROPPED + LINES_QUARANTINED}, see
 * {@link org.gradus.jobs.sort.SortCounter}; checked after the job.
 *
 * <p>Memory of a reducer: one history ({@code gradus.sort.max-attempts-per-student}, about 100
 * bytes an attempt), one entry per exercise for the census, one row group of Parquet. Skew: one
 * student with very many attempts; nothing depends on how popular an exercise is.
 */
package org.gradus.jobs.sort;

/**
 * Command {@code deliver}: from the predictions in a work folder, which the predict step has made,
 * to the predictions in force in a store.
 *
 * <p>What is delivered together is a batch: each student's state, recommended exercises and
 * challenge cards, and the thresholds of these. A batch never changes, but for students who are
 * forgotten; it has a {@link org.gradus.io.store.BatchLineage}, and is put in force whole, by one
 * pointer. Its model has to be the version in force, since a state is of use with its model alone,
 * and nobody is to get recommendations of a model that the gate has refused. Run again with the
 * same predictions it adds nothing. The newest few batches are kept.
 *
 * <p>In a folder, {@link org.gradus.jobs.deliver.FolderBatches}, files are copied by this process:
 *
 * <pre>
 * predictions/current.json                    the batch in force
 * predictions/batches/b000012-3f2a9c01b7de/   students/*.parquet, *.csv, thresholds/*, lineage.json
 * </pre>
 *
 * <p>Into a database, {@link org.gradus.jobs.deliver.JdbcBatches}, one job writes. Map: records of
 * the Parquet files, {@code <Text student, PredictionWritable>}; reduce: {@code <NullWritable,
 * Row>} into {@link org.gradus.io.jdbc.JdbcOutputFormat}, with as many reducers as {@code
 * gradus.jdbc.writers} allows connections. Counter law: STUDENTS_READ = rows of {@code
 * student_state} and EXERCISES_READ = rows of {@code next_exercise} of the batch, counted by the
 * database; else the batch is not put in force. Memory: one student. No skew: students are hashed,
 * and each has a bounded number of rows.
 *
 * <p>The locks of the work folder and of the store are held meanwhile. Killed between any two
 * operations, the old batch is in force or the new one, and the same command completes.
 */
package org.gradus.jobs.deliver;

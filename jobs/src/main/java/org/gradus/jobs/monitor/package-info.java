/**
 * Command {@code monitor}: how well the version in force of a store predicts the answers of some
 * days, and what is wrong. One job over the histories of a log that covers what students did before
 * these days too.
 *
 * <ol>
 *   <li>The sort step makes histories of the log, in a work folder of its own.
 *   <li>map: replays each history as a server would have, that is, by the model's own replay code
 *       with the model as published, and predicts each answer of the days from the state before it;
 *       of rows that tell of one answer the first. {@code <PairKey(day, exercise),
 *       DailySumsWritable>} for each answer. combine: adds sums up. partition: by day. reduce: adds
 *       sums up, {@code <NullWritable, Text>}, the lines of {@link
 *       org.gradus.io.monitor.MonitoredDay}.
 *   <li>The driver puts each day in its place in the monitor folder, whole, in place of what was
 *       there; a day without answers too. Then it judges the days against the {@link
 *       org.gradus.model.evaluate.TrainingReference} in the lineage of the version, and against the
 *       days before.
 * </ol>
 *
 * <p>All sums are whole numbers: a day's file is the same to the last byte for any number of
 * shards, tasks and combines, and the sums of days are those of the period.
 *
 * <p>Counter law: STUDENTS_READ = STUDENTS_MONITORED + STUDENTS_WITHOUT_ANSWERS and ANSWERS_SCORED
 * = ANSWERS_SUMMED. Memory: a map has the model, 1,600 bytes per exercise, and one history; a
 * reducer one sum of 3.6 kB; the driver one day, 3.6 kB per exercise, and the number of answers of
 * each exercise on the days compared with. Skew: one day is one reducer's, but by then it is one
 * sum per exercise and map task.
 */
package org.gradus.jobs.monitor;

/**
 * From histories to training rows, shared by the steps {@code prior}, {@code train} and {@code
 * features}: which students are held out ({@link org.gradus.jobs.examples.StudentSplit}), how a
 * history is replayed into rows ({@link org.gradus.jobs.examples.ExampleMapper}), how rows travel
 * ({@link org.gradus.jobs.examples.TraceWritable}) and which reducer gets which exercise ({@link
 * org.gradus.jobs.examples.ExercisePartitioner}).
 *
 * <p>Map output: key {@code PairKey(exercise, order)}, where order starts with 0 for training and 1
 * for held-out students and goes on with the student, so that a reducer meets all training rows
 * before the first held-out one and both in a defined order; value {@code TraceWritable}, all rows
 * of one student on one exercise. A mapper holds one history and at most about 32 MB of its rows.
 */
package org.gradus.jobs.examples;

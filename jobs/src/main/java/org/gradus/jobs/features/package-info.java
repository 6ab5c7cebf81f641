/**
 * Step {@code features}: training shards for other tools, every exercise wholly in one shard.
 *
 * <ul>
 *   <li>map: {@link org.gradus.jobs.examples.ExampleMapper}: histories to traces, keyed by
 *       (exercise, role, student).
 *   <li>partition: by exercise, balanced with the census.
 *   <li>reduce: traces to rows of Parquet ({@code TrainingRow}), in order of exercise, role,
 *       student and time.
 * </ul>
 *
 * <p>Counter law: ATTEMPTS_READ = ATTEMPTS_TRAINING + ATTEMPTS_HELD_OUT + ATTEMPTS_LEFT_OUT and
 * ROWS_WRITTEN = ATTEMPTS_TRAINING + ATTEMPTS_HELD_OUT. Memory: one row group of Parquet. Skew: the
 * largest exercise is the largest shard.
 */
package org.gradus.jobs.features;

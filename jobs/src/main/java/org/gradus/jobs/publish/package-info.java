/**
 * Commands {@code publish}, {@code versions} and {@code rollback}: from the model in a work folder
 * to the model in force in a store.
 *
 * <p>{@code publish} judges the model of a work folder by a {@link org.gradus.jobs.publish.Gate},
 * against fixed limits and against the version in force; adds it to a {@link
 * org.gradus.jobs.publish.VersionStore} as a version that never changes, with a {@link
 * org.gradus.jobs.publish.Lineage}; lets the pointer of the store point to it, in one atomic step;
 * and removes versions that have become too many. It is a command and no step: what it changes is
 * outside the work folder. Run again with the same model it adds nothing. {@code rollback} moves
 * that pointer to another version, after that of the predictions ({@link
 * org.gradus.jobs.publish.FollowingPredictions}).
 *
 * <p>A store in a folder, {@link org.gradus.jobs.publish.FolderStore}, read by {@link
 * org.gradus.model.knowledge.ModelStore}:
 *
 * <pre>
 * current.json                       the version in force
 * versions/v000012-3f2a9c01b7de/     model.json, parameters.jsonl.gz, spread.jsonl.gz, lineage.json
 * .gradus.lock                       while a publisher is at work
 * </pre>
 *
 * <p>A store in a database, {@link org.gradus.jobs.publish.JdbcStore}, is written by one job. Map:
 * lines of the model's files, {@code <LongWritable, Text>} by their position; reduce: {@code
 * <NullWritable, Row>} into {@link org.gradus.io.jdbc.JdbcOutputFormat}, with as many reducers as
 * {@code gradus.jdbc.writers} allows connections. Counter law: none is needed, since the rows are
 * read back and must have the digest of the model before the version can be seen. No skew:
 * positions are hashed.
 *
 * <p>Killed between any two operations, a store is valid, with the old version in force or the new
 * one, and the same command completes. Memory: both models, of the work folder and in force.
 */
package org.gradus.jobs.publish;

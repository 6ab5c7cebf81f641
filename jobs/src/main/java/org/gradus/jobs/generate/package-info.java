/**
 * {@code gradus generate}: the problem log of a simulated class whose truth is known (see {@link
 * org.gradus.model.simulate}), to try Gradus with, to test it at any size, and to see how close a
 * model comes to the truth. What TeraGen is to TeraSort.
 *
 * <p>One job. Input: ranges of student indexes, no files.
 *
 * <pre>
 * map       (student index, nothing) -> (RowKeyWritable, row of a file)
 * partition by file, sort by (time, student, number)
 * reduce    rows -> one file each: shards with attempts, _truth/students.csv, and the
 *           evaluation of the true probabilities, which the command turns into truth.json
 * </pre>
 *
 * <p>An attempt's shard and its {@link org.gradus.jobs.generate.Dirt} are decided by random bits of
 * the attempt's own, so each student is scattered over all shards, each shard is in time order, and
 * the output has the same bytes for any number of map tasks.
 *
 * <p>Counter law: LINES = ATTEMPTS + DUPLICATE + TOO_FEW_FIELDS + BAD_CORRECT + BAD_TIME +
 * EMPTY_STUDENT. A later sort of these files must find LINES lines, keep ATTEMPTS, drop DUPLICATE
 * and quarantine the malformed rest; {@code truth.json} holds the numbers.
 *
 * <p>Memory: the items of the class and one student's attempts in a map, one row in a reduce. Skew:
 * none in the shards. The last reduce receives one evaluation of up to 1 MB from each map.
 *
 * <p>{@code truth.json}, format {@code gradus-truth-1}: {@code options} of the class; {@code
 * students}, {@code attempts}, {@code lines}; {@code dirt}, how often each kind was planted; {@code
 * best}, the metrics of the true probabilities themselves on all attempts. No model can be expected
 * to do better, and none that has to learn abilities from answers reaches it.
 */
package org.gradus.jobs.generate;

/**
 * Step {@code difficulty}: corrects and attempts of training students on each item of each exercise
 * and, for feature sets that need them, after each transition to it; for all variants of the
 * evaluation in one job, as a student's answers count in most of them.
 *
 * <ul>
 *   <li>map: history (key none, value {@code StudentHistory}) to key {@code PairKey(exercise, item
 *       or transition)}, value {@code CountsWritable}, the counts in each variant; held-out
 *       students of a variant give it nothing.
 *   <li>combine: sums per key.
 *   <li>reduce: grouped by exercise, sorted by item: for each variant one line of JSON per exercise
 *       ({@code ItemCounts}), gzip, in a folder of its name.
 * </ul>
 *
 * <p>Counter law: ATTEMPTS_READ = ATTEMPTS_COUNTED + ATTEMPTS_LEFT_OUT, and the attempts in the
 * output are ATTEMPTS_COUNTED, each once for each variant. Memory: a mapper holds 200,000 counts
 * (about 100 bytes each) and those of one history, a reducer for each variant the items of one
 * exercise (about 100 bytes each) and its share of {@code gradus.difficulty.transitions} (about
 * 60), and 16 bytes for each variant in a count at hand. Skew: an exercise goes to one reducer, but
 * after the combiner it is only as large as its number of distinct items.
 */
package org.gradus.jobs.difficulty;

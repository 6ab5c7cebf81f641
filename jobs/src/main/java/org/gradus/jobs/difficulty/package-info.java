/**
 * Step {@code difficulty}: corrects and attempts of training students on each item of each exercise
 * and, for feature sets that need them, after each transition to it; for all variants of the
 * evaluation in one job if they fit, as a student's answers count in most of them.
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
 * output are ATTEMPTS_COUNTED, each once for each variant. Memory: a mapper holds 32 MB of counts
 * and those of one history; a reducer for each variant its share of {@code
 * gradus.difficulty.transitions} (50 bytes each, once more while a line is packed) and an open
 * file, 128 MB in all: where the largest exercise has more in all variants, they are dealt out to
 * several jobs; at least one variant a job. Items are written as they come. A count at hand has 16
 * bytes for each variant. Skew: an exercise goes to one reducer, but after the combiner it is only
 * as large as its number of distinct items and transitions.
 */
package org.gradus.jobs.difficulty;

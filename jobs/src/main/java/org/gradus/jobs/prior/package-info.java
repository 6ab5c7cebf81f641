/**
 * Step {@code prior}: the theta that exercises have in common and how far they stray from it, by
 * empirical Bayes on a bounded sample of training students.
 *
 * <ul>
 *   <li>map: {@link org.gradus.jobs.examples.ExampleMapper} on the sampled training students.
 *   <li>reduce: one reducer collects the sample and estimates; one line of JSON ({@code
 *       PooledPrior}).
 * </ul>
 *
 * <p>With {@code gradus.prior.topics} exercises are inside topics, each with a mean of its own: the
 * user's file, at most 8 MiB, is read where the step is, and its contents are given to the reducer
 * as a JSON file in the step's checkpoint. The output then also has the mean of each topic with
 * exercises in the sample, and the names of all exercises of these topics.
 *
 * <p>Counter law: ATTEMPTS_READ = ATTEMPTS_TRAINING + ATTEMPTS_LEFT_OUT. Memory: {@code
 * gradus.prior.sample-attempts} x features x 4 bytes in the reducer, 65 MB by default, as much
 * again where one exercise has most of the sample or a block is wide, and twice that at most, since
 * the sample is of whole students; 8 x features^2 for each topic that a thread is at, with a wide
 * block 80 x features^2 for each thread. The sample is drawn by a hash of the student's id: the
 * same for any number of tasks and any order of the input.
 */
package org.gradus.jobs.prior;

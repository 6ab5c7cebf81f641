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
 * <p>Counter law: ATTEMPTS_READ = ATTEMPTS_TRAINING + ATTEMPTS_LEFT_OUT. Memory: {@code
 * gradus.prior.sample-attempts} x features x 8 bytes in the reducer, 90 MB by default. The sample
 * is drawn by a hash of the student's id: the same for any number of tasks and any order of the
 * input.
 */
package org.gradus.jobs.prior;

/**
 * The command {@code compare}: whether one model predicts the same held-out answers better than
 * another, a second run or a baseline of the same run, and how sure that is.
 *
 * <p>Reads the datasets {@code predictions} that two training steps have written ({@code
 * --predictions}), pairs their rows and gives each metric's difference with an interval, by a
 * bootstrap over students ({@link org.gradus.model.evaluate.PairedPredictions}). Both runs must
 * have held out the same answers.
 *
 * <p>No MapReduce job runs. Memory: about 100 bytes for each of at most {@code
 * gradus.compare.max-attempts} answers; of larger runs a sample of students is taken, by a hash.
 * The result does not depend on the number or order of the files.
 */
package org.gradus.jobs.compare;

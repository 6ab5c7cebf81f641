/**
 * {@code gradus tune}: hyper-parameters chosen by cross-validation among the training students.
 *
 * <p>No job of its own. It sorts the log once, then runs the steps from {@code difficulty} to
 * {@code train} once for each candidate of a grid, each in a work folder of its own below {@code
 * tune/}, which reads the histories where they are. There {@code gradus.split.tuning-folds} leaves
 * out the students whom the split holds out and holds out a fold of the others at a time, so that
 * no choice ever depends on the students that the chosen model will be judged on.
 *
 * <p><b>Cost</b>: for a grid of c candidates and k folds, one sort and c x k trainings, on (k - 1)
 * / k of the training students, with the prior and the difficulties before them, unless an earlier
 * candidate has them the same. Killed, the same command goes on: steps of candidates that are up to
 * date are skipped by their manifests. The work folders of candidates hold their models and
 * metrics, no rows.
 *
 * <p><b>Writes</b> {@code tune/candidates.csv}, one candidate a row with mean and standard
 * deviation over the folds, and {@code tune/tuned.xml}, the settings of the best one.
 */
package org.gradus.jobs.tune;

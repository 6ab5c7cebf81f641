/**
 * How good predictions are. {@link org.gradus.model.evaluate.Evaluation} keeps sums only, in whole
 * numbers, so that parts computed anywhere merge in any order to the same bits. {@link
 * org.gradus.model.evaluate.PairedPredictions} says whether one model is better than another, by a
 * bootstrap over students.
 */
package org.gradus.model.evaluate;

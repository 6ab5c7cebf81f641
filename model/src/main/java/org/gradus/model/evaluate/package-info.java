/**
 * How good predictions are. {@link org.gradus.model.evaluate.Evaluation} keeps sums only, in whole
 * numbers, so that parts computed anywhere merge in any order to the same bits.
 */
package org.gradus.model.evaluate;

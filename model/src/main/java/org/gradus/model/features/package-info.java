/**
 * What is known about a student before each answer, as numbers. A {@link
 * org.gradus.model.features.FeatureBlock} names a few features and makes a {@link
 * org.gradus.model.features.BlockState} per student, which is asked before each answer and told
 * after it; a {@link org.gradus.model.features.FeatureSet} is a list of blocks. The same code runs
 * in training and in serving, in time independent of the length of the history.
 *
 * <p>A block is asked with a {@link org.gradus.model.features.Question}, which has no label in it:
 * no feature can see its own label.
 */
package org.gradus.model.features;

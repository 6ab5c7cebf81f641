/**
 * Published models of a student's next answer, fitted per exercise from a few columns, to measure
 * any other model by: the exercise's share of corrects, Rasch, PFA, Best-LR, Bayesian knowledge
 * tracing. A {@link org.gradus.model.baseline.Baseline} is trained with the answers of training
 * students, fitted, and then asked answer by answer about held-out ones; what it may know of an
 * answer is a {@link org.gradus.model.baseline.Situation}. Which features of a replay that is made
 * from, and which blocks are wanting for it, is with {@link
 * org.gradus.model.baseline.SituationReader}.
 */
package org.gradus.model.baseline;

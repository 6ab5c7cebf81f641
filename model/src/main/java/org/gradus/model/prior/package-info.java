/**
 * The theta that exercises have in common, and how far single exercises stray from it: an empirical
 * Bayes estimate (Robbins 1956; Efron and Morris 1973) that every exercise's fit is shrunk toward,
 * and that predicts for exercises nobody has tried yet.
 */
package org.gradus.model.prior;

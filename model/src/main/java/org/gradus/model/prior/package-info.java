/**
 * The theta that exercises have in common, and how far single exercises stray from it: an empirical
 * Bayes estimate (Robbins 1956; Efron and Morris 1973) that every exercise's fit is shrunk toward,
 * and that predicts for exercises nobody has tried yet. Topics are an optional level between: with
 * mu the pooled theta, standardised features and diagonal precisions,
 *
 * <pre>
 * theta of exercise e ~ N(mean of the topic of e, Lambda^-1)
 * mean of a topic     ~ N(mu, Lambda_T^-1)
 * </pre>
 *
 * <p>where Lambda and Lambda_T are found from the data, each held near a firm value; of blocks with
 * many features by cross-validation over students, which leaves them nothing unless they pay.
 */
package org.gradus.model.prior;

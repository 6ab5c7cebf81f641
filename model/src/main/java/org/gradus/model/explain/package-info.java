/**
 * What one prediction rests on, in words a teacher understands. The logit is a sum over features,
 * so what a feature adds beyond what it adds for the average training attempt on the same exercise
 * is theta_j (x_j - mean_j), and these add up exactly to the difference of the two logits. Many
 * features say nearly the same, and their coefficients share the work in ways that mean nothing
 * alone; they are therefore put together by what they speak about, their {@link
 * org.gradus.model.explain.Subject}, each of which becomes one {@link
 * org.gradus.model.explain.Reason}.
 *
 * <p>A feature block says in {@link org.gradus.model.explain.Subjects} what its features speak
 * about; one that does not is shown under its own name.
 */
package org.gradus.model.explain;

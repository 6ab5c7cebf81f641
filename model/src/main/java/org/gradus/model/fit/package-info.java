/**
 * Fits one theta: logistic regression with a Gaussian prior, minimising
 *
 * <pre>0.5 sum_j precision_j (w_j - mean_j)^2 + sum_i log(1 + exp(-(2 y_i - 1) w.x_i))</pre>
 *
 * in nats. Rows are appended to an {@link org.gradus.model.fit.ExampleMatrix} (32-bit floats),
 * {@link org.gradus.model.fit.LogisticFit} finds the theta, and {@link
 * org.gradus.model.fit.Covariance} says how sure it is. {@link org.gradus.model.fit.LogisticLoss}
 * gives the sums over any range of rows, so that the same maths can be spread over many machines
 * and added up.
 *
 * <p>Every result is the same to the last bit for the same rows in the same order, on any machine:
 * one thread, plain IEEE arithmetic in a fixed order, an exponential of our own ({@code Sigmoid}),
 * and {@code StrictMath} for the few logarithms. Nothing here depends on Hadoop.
 */
package org.gradus.model.fit;

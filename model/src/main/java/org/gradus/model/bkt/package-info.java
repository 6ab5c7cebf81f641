/**
 * Bayesian knowledge tracing (Corbett and Anderson 1995): of one exercise a student either knows
 * how to solve it or does not. Known at the start with probability {@code prior}; learned after
 * each answer with probability {@code learn}, never forgotten; without knowing, an answer is
 * correct with probability {@code guess}, and wrong in spite of knowing with probability {@code
 * slip}. {@link org.gradus.model.bkt.BktFit} finds the four by expectation maximisation from the
 * outcomes alone, {@link org.gradus.model.bkt.BktState} follows one student.
 *
 * <p>Parameters and likelihood agree with pyBKT 1.4.3 on simulated classes; a test holds its
 * figures. There is one difference by intent: guess and slip end at a half ({@link
 * org.gradus.model.bkt.BktParameters}), where pyBKT has no bound.
 */
package org.gradus.model.bkt;

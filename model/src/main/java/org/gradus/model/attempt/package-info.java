/**
 * What a problem log says: one {@link org.gradus.model.attempt.Attempt} is one student's graded
 * answer, one {@link org.gradus.model.attempt.StudentHistory} is all attempts of one student in the
 * order they happened. Plain values, immutable, without any Hadoop type; everything else in Gradus
 * is computed from them.
 */
package org.gradus.model.attempt;

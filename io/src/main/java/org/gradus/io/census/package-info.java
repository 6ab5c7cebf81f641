/**
 * The census that the step sort takes: how many attempts, correct ones and students each exercise
 * has. One JSON object a line, sorted by exercise; held in memory whole, so bounded by the number
 * of exercises.
 */
package org.gradus.io.census;

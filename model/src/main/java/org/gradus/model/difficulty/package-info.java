/**
 * How hard exercises and items are: corrects and attempts of the training students, shrunken toward
 * the level above (items toward their exercise, exercises toward the whole), as logits. Features of
 * a training student are computed with that student's own answers left out, so that no feature
 * knows a label of its own student through the rates.
 */
package org.gradus.model.difficulty;

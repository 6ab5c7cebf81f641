/**
 * How hard exercises and items are: corrects and attempts of the training students, shrunken toward
 * the level above (items toward their exercise, exercises toward the whole), as logits. Features of
 * a training student are computed with that student's own answers left out, so that no feature
 * knows a label of its own student through the rates; only the rate of an exercise or transition
 * with 1000 attempts or more is the same for everybody, where one student's share in it is
 * negligible.
 */
package org.gradus.model.difficulty;

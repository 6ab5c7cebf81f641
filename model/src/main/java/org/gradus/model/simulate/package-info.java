/**
 * A simulated class whose truth is known: what a fitted model finds can be held against what was
 * planted.
 *
 * <p>{@link org.gradus.model.simulate.ClassOptions} says how large and how varied the class is,
 * {@link org.gradus.model.simulate.SimulatedClass} draws exercises and items, and {@link
 * org.gradus.model.simulate.SimulatedStudent} practises and leaves attempts, each with the
 * probability that its outcome was drawn from:
 *
 * <pre>
 * logit = ability of the student
 *       + deviation of the student in the topic and in the exercise
 *       + what the student has learned in the exercise so far
 *       - difficulty of the exercise - difficulty of the item inside it
 * P(correct) = guess + (1 - guess - slip) / (1 + exp(-logit))
 * </pre>
 *
 * <p>That is the Rasch model with an item offset and with learning as in performance factors
 * analysis (Pavlik, Cen and Koedinger 2009: corrects and wrongs teach differently), saturating at
 * two logits.
 *
 * <p>Everything is a function of (options, student index) alone: any student can be simulated
 * alone, in any order, on any machine, to the same bits. Random numbers are SplitMix64 streams
 * (Steele, Lea and Flood 2014) seeded by hashes of what they are for; logarithms and exponentials
 * are {@link java.lang.StrictMath}'s. Memory: the items of the class and the attempts of one
 * student.
 */
package org.gradus.model.simulate;

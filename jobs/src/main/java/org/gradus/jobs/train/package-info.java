/**
 * Step {@code train}: one model per exercise, fitted and checked in reducers.
 *
 * <ul>
 *   <li>map: {@link org.gradus.jobs.examples.ExampleMapper}: histories to traces, keyed by
 *       (exercise, role, student).
 *   <li>partition: by exercise, balanced with the census; sort: training rows before held-out rows,
 *       each by student.
 *   <li>reduce, per exercise: training rows into memory, fit theta, then score the held-out rows as
 *       they stream by; the same for each baseline. Output: key the line of {@code
 *       parameters.jsonl}, value the line of {@code exercises.jsonl}; at the end of each reducer
 *       one line with its sums of the evaluation. With {@code gradus.train.predictions} also a
 *       Parquet file of all predictions.
 *   <li>driver: merges the sorted parts into {@code model/} and {@code evaluation/}.
 * </ul>
 *
 * <p>Items have an offset in the logit, where the features tell items apart: it is fitted together
 * with theta ({@link org.gradus.model.fit.ItemFit}). Rows then tell their item's key, 4 bytes where
 * it is another one than in the row before.
 *
 * <p>Exercises with more attempts in the census than {@code gradus.train.max-attempts-in-memory}
 * are fitted before that job, by Newton's method in rounds of one job each for all of them: map
 * ({@link org.gradus.jobs.train.LossMapper}): replays training students and adds up loss, gradient
 * and Hessian of each large exercise, items included; out at its end: key the exercise, value
 * {@code LossSumsWritable}; combine and reduce ({@link org.gradus.jobs.train.LossReducer}): add up;
 * driver: solves, halves the step if the objective rose, stops by the tolerance. Each round's state
 * is one JSON file in the step's checkpoint, from which a killed run goes on. The job above then
 * gets the thetas, shuffles no training rows of these exercises and only scores; where an exercise
 * has more held-out rows than that setting, several reducers share them, by a hash of the student,
 * and each writes a line with its sums, which the driver adds up.
 *
 * <p>Baselines ({@link org.gradus.jobs.train.BaselineFits}) read columns of the model's own rows;
 * blocks that these lack are replayed behind them, 8 bytes a row with the default features. Of an
 * exercise that is fitted in rounds, baselines get the rows of a sample of students, chosen by a
 * hash, about 100,000 rows, in each reducer that scores the exercise.
 *
 * <p>Rows come in a defined order, sums are whole numbers or 128-bit fixed point: the output is the
 * same to the last byte for any number of splits, mappers and reducers. Counter law: ATTEMPTS_READ
 * = ATTEMPTS_TRAINING + ATTEMPTS_HELD_OUT + ATTEMPTS_LEFT_OUT, and reducers see ROWS_FITTED =
 * ATTEMPTS_TRAINING (the rows that the rounds have counted included), ROWS_SCORED +
 * ROWS_PASSED_OVER = ATTEMPTS_HELD_OUT. An answer that has rows for several exercises is scored
 * once, for the first of them; in training it is a row of each. Memory of a reducer: {@code
 * gradus.train.max-attempts-in-memory} x (features + 12, for the baselines) x 4 bytes, and of one
 * exercise at a time about 100 bytes for each of its items ({@link
 * org.gradus.model.fit.ItemNumbers}) and 8 x features for each that gets an offset, of which there
 * are {@code gradus.train.most-item-offsets} at most, twice that while a Hessian takes the place of
 * the one before ({@code ArrowHessian}). Memory of a mapper of a round: one history, 64 MB of sums
 * (8 x features^2 bytes for each large exercise, and 16 x features for each of its items that were
 * met, emitted early beyond) and 2 KB x features for each large exercise that one student has
 * tried. Skew: the largest exercise below the limit bounds the slowest reducer from below.
 */
package org.gradus.jobs.train;

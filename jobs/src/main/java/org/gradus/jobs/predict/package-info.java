/**
 * Step {@code predict}: for every student the state after the last answer, exercises to practise,
 * and challenge cards. Two jobs over the histories.
 *
 * <ol>
 *   <li>Thresholds. map: replays each training student's history and bins P(correct) of the first
 *       attempts on each exercise by outcome, {@code <exercise, FirstAttemptsWritable>} once per
 *       task; reduce: adds the bins up, and chooses per exercise the threshold with the best
 *       F-beta, one line of JSON each.
 *   <li>Predictions, map only: replays each history, ranks all exercises, writes {@code <Void,
 *       StudentPrediction>} as Parquet and CSV.
 * </ol>
 *
 * <p>No leakage: thresholds see training students only, and these see item difficulty without their
 * own answers, as in training; theta was fitted to them, but shrunken and on few first attempts
 * among all, so that thresholds are hardly too bold. Held-out students have no part in them. The
 * states are those that a server has that observed the same answers.
 *
 * <p>Counter law: STUDENTS_READ = STUDENTS_USED + STUDENTS_LEFT_OUT in the first job and
 * STUDENTS_READ = STUDENTS_WRITTEN in the second; FIRST_ATTEMPTS = FIRST_ATTEMPTS_BINNED. Memory:
 * the model, 1,600 bytes per exercise, and one history. Skew: none but the longest history.
 */
package org.gradus.jobs.predict;

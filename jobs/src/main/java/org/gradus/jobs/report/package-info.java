/**
 * Makes the result of a training run readable: {@code metrics.json} for programs, CSV tables for a
 * spreadsheet, one self-contained HTML page for people.
 *
 * <p><b>Reads</b> dataset {@code evaluation}: a folder with {@code overall.json} and {@code
 * exercises.jsonl} as the training step writes them, or one with a folder {@code fold-<name>} or
 * {@code run-<name>} for each of several evaluations, each with these two files. Folds are pooled
 * (sums over held-out attempts add up), and mean and (sample) standard deviation over the folds are
 * given beside the pooled value.
 *
 * <p><b>Writes</b> dataset {@code report}: {@code metrics.json}, {@code exercises.csv}, {@code
 * calibration.csv}, {@code opportunity.csv}, {@code history.csv}, {@code index.html}.
 *
 * <p>No MapReduce job runs: the evaluation is already sums. <b>Memory</b>: 0.6 MB for each
 * evaluation of a fold, and about 0.3 kB for each exercise of a fold, whatever the number of
 * attempts. The page shows at most {@code gradus.report.page-exercises} exercises; {@code
 * exercises.csv} has all. The same evaluation gives the same files to the last byte: no clock, no
 * locale.
 *
 * <p>Names of exercises are foreign text. In the page they travel only inside one JSON script
 * element in which {@code <}, {@code >} and {@code &} are escaped, and reach the screen as text
 * nodes; in the CSV files a text cell that a spreadsheet would take for a formula is preceded by an
 * apostrophe.
 */
package org.gradus.jobs.report;

/**
 * Command {@code dashboard}: one self-contained HTML page from the days that {@code gradus monitor}
 * has kept and the versions of a store. No job: what it reads are sums.
 *
 * <p>Of each exercise and day the page has the number of answers, their mean log loss, the share of
 * corrects and the mean prediction, in 2 to 8 bytes ({@link
 * org.gradus.jobs.dashboard.PackedSeries}); calibration, AUC and the number of exercises met before
 * are of the last days together. Memory: 8 bytes for each exercise and day, 3.6 kB for each
 * exercise, one day, and the page. Skew: none. The same days and versions give the same page to the
 * last byte: no clock, no locale.
 *
 * <p>Names of exercises are foreign text. They travel only inside one JSON script element in which
 * {@code <}, {@code >} and {@code &} are escaped, and reach the screen as text nodes; in the CSV
 * files that the page saves a text that a spreadsheet would take for a formula is preceded by an
 * apostrophe.
 */
package org.gradus.jobs.dashboard;

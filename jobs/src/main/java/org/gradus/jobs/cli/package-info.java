/**
 * The command line. {@link org.gradus.jobs.cli.Gradus} is the one main class, the same under {@code
 * bin/gradus} and {@code hadoop jar gradus.jar}: it takes Hadoop's generic options out of the
 * arguments, lets picocli read the rest against options derived from the settings of every
 * installed step and command, checks all settings, and turns every outcome into an exit code: 0
 * done, 1 failed, 2 bad usage or settings, 3 bad data, 4 refused by a quality gate.
 */
package org.gradus.jobs.cli;

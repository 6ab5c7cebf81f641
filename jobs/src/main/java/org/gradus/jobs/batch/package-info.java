/**
 * {@code gradus batch}: many command lines of {@code gradus} in one process, some side by side.
 * What takes a run long on small logs, loading and compiling the program, is done once for all; and
 * where one run has work for one processor only, another one uses the others.
 *
 * <p>Each line's output is a file of its own. Lines do not wait for one another's results: what
 * depends on another line belongs into a later batch. Memory: that of so many runs side by side,
 * which share what the process has ({@code gradus.run.heap-share}).
 */
package org.gradus.jobs.batch;

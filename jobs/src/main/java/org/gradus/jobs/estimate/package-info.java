/**
 * {@code gradus estimate}: what a run of any size will cost, from the manifests of runs that have
 * been measured.
 *
 * <p>No job. The cost of each step, in processor seconds, seconds, bytes shuffled and bytes
 * written, is taken as {@code a + b x attempts}, both from 0, fitted to the measured runs ({@link
 * org.gradus.jobs.estimate.CostLine}). That holds for runs of the same program, features and kind
 * of log: as many exercises, attempts per student, and the same share of attempts in exercises
 * beyond {@code gradus.train.max-attempts-in-memory}. Memory: the manifests.
 */
package org.gradus.jobs.estimate;

/**
 * {@code gradus demo}: simulates a small class, trains a model on its log, and says where to look.
 *
 * <p>No job of its own. It runs {@code gradus generate} and {@code gradus run} in one folder, which
 * is why it imports neither: {@code class/} holds the log and {@code class/_truth} what is planted,
 * {@code work/} is the work folder of the run. Started again in the same folder it generates
 * nothing anew, and the run skips the steps that are up to date.
 */
package org.gradus.jobs.demo;

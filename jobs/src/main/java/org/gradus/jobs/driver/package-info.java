/**
 * Runs steps. A {@link org.gradus.jobs.driver.Step} says what it reads, writes and can be told; the
 * driver finds steps with {@link java.util.ServiceLoader}, derives their order from reads and
 * writes, checks every setting before the first job, skips what is up to date, shows progress, and
 * makes each step's output appear by one rename with a manifest inside.
 */
package org.gradus.jobs.driver;

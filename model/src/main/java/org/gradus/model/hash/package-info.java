/**
 * Hashes that are part of Gradus' formats: the same text gives the same bits on every machine, in
 * every language and every year. Random components, held-out students and samples are drawn from
 * them, never from a generator with a clock.
 */
package org.gradus.model.hash;

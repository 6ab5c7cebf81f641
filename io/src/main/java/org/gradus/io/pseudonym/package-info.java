/**
 * Students under other names: {@link org.gradus.io.pseudonym.Pseudonyms} replaces ids by a keyed
 * hash of them, where logs are read and before anything is written.
 */
package org.gradus.io.pseudonym;

/**
 * Source adapters: how one line of some log becomes a student and an {@link
 * org.gradus.model.attempt.Attempt}, or a {@link org.gradus.io.source.Rejection}. A source is a
 * small properties file that names the columns; no adapter is a class of its own.
 */
package org.gradus.io.source;

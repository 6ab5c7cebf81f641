/**
 * Typed settings over Hadoop's {@link org.apache.hadoop.conf.Configuration}, and the ways in which
 * a run is refused: a {@link org.gradus.io.settings.SettingsException} for what the user typed
 * (exit code 2), a {@link org.gradus.io.settings.DataException} for what the data holds (exit code
 * 3) and a {@link org.gradus.io.settings.RefusedException} by a quality gate (exit code 4).
 */
package org.gradus.io.settings;

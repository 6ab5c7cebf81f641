package org.gradus.io.settings;

/**
 * A path, option or setting that the user gave cannot be used. The message is one sentence: what
 * was attempted, the offending value, what to do. Ends the program with exit code 2 before anything
 * is submitted.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the refusal with its one sentence. */
  public SettingsException(String message) {
    super(message);
  }
}

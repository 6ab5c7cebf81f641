package org.gradus.io.settings;

/**
 * A quality gate does not let something through. The message says why, in plain sentences, and what
 * to do. Ends the program with exit code 4.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the refusal with its sentences. */
  public RefusedException(String message) {
    super(message);
  }
}

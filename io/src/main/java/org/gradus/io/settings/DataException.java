package org.gradus.io.settings;

/**
 * The data cannot be used: nothing usable, wrong columns, too many bad records, a truncated or
 * binary file. The message is one sentence: what was attempted, the offending value, where (file
 * and offset), what to do. Ends the program with exit code 3.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the refusal with its one sentence. */
  public DataException(String message) {
    super(message);
  }
}

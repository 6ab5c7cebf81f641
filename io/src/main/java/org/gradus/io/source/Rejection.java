package org.gradus.io.source;

/**
 * Why a line of a log, or the rest of a file, became no attempt. Quarantined lines are counted by
 * this reason.
 */
public enum Rejection {
  /** The student is empty. */
  EMPTY_STUDENT("the student is empty"),
  /** The exercise is empty. */
  EMPTY_EXERCISE("the exercise is empty"),
  /** The correctness is not one of the values that the source allows. */
  BAD_CORRECT("the correctness is not a value that the source allows"),
  /** The time is not a time, or lies outside the years 1970 to 2200. */
  BAD_TIME("the time cannot be read"),
  /** The order is not a whole number. */
  BAD_ORDER("the order is not a whole number"),
  /** A number that is not needed for the order (seconds taken, hints, answers) cannot be read. */
  BAD_NUMBER("a number cannot be read"),
  /** The key of the row is not in the table that the source joins. */
  NOT_IN_TABLE("the key is not in the table that the source joins"),
  /** Fewer fields than the header has columns, up to the last column that is needed. */
  TOO_FEW_FIELDS("fewer fields than columns"),
  /** More fields than the header has columns. */
  TOO_MANY_FIELDS("more fields than columns"),
  /** A quoted field does not end on its line. */
  UNTERMINATED_QUOTE("a quoted field does not end on its line"),
  /** Not one JSON object. */
  BAD_JSON("not one JSON object"),
  /** Both time and order are empty. */
  NEITHER_TIME_NOR_ORDER("both time and order are empty"),
  /** A control character in a student, exercise, item, problem type or fold. */
  CONTROL_CHARACTER("a control character in a name"),
  /** A name over 4,000 bytes or a line over 1 MiB. */
  TOO_LONG("a name over 4,000 bytes or a line over 1 MiB"),
  /** A name is not UTF-8. */
  NOT_UTF8("a name is not UTF-8"),
  /** A filter of the source dropped the row on purpose; not bad. */
  FILTERED("dropped by a filter of the source", false, false),
  /** The exercise is empty, and the source says that such rows are to be skipped; not bad. */
  NO_EXERCISE("no exercise, which the source skips", false, false),
  /** The compressed file ends early or is damaged. */
  TRUNCATED_FILE("the compressed file ends early or is damaged", true, true),
  /** The file is not text. */
  BINARY_FILE("the file is not text", true, true),
  /** The header lacks a column that the source needs. */
  WRONG_HEADER("the header lacks a column that the source needs", true, true);

  private final String meaning;
  private final boolean bad;
  private final boolean fileProblem;

  Rejection(String meaning) {
    this(meaning, true, false);
  }

  Rejection(String meaning, boolean bad, boolean fileProblem) {
    this.meaning = meaning;
    this.bad = bad;
    this.fileProblem = fileProblem;
  }

  /** The reason in words, without a full stop. */
  public String meaning() {
    return meaning;
  }

  /** Whether the line is bad data, rather than left out on purpose. */
  public boolean isBad() {
    return bad;
  }

  /** Whether the whole file cannot be read past this place. */
  public boolean isFileProblem() {
    return fileProblem;
  }
}

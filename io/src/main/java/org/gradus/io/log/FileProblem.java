package org.gradus.io.log;

import org.gradus.io.source.Rejection;

/** A file cannot be read past some place. Becomes one {@link LogRecord}. */
final class FileProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final Rejection rejection;

  FileProblem(Rejection rejection, String detail) {
    super(detail);
    this.rejection = rejection;
  }

  Rejection rejection() {
    return rejection;
  }
}

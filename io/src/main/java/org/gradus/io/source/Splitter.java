package org.gradus.io.source;

/** Finds the fields of one line. Keeps buffers: for one thread. */
interface Splitter {
  /**
   * Fills {@code fields} with the fields of a line.
   *
   * @return null, or why the line has no fields
   */
  Rejection split(byte[] line, int from, int to, Fields fields);
}

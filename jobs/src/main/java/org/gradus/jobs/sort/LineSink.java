package org.gradus.jobs.sort;

import java.io.Closeable;
import java.io.IOException;

/** Takes lines of text that a task writes besides its main output. */
interface LineSink extends Closeable {
  /** Writes one line; {@code line} has no line end in it. */
  void write(String line) throws IOException, InterruptedException;
}

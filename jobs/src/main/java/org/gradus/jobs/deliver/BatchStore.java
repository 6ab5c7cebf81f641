package org.gradus.jobs.deliver;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gradus.io.store.BatchLineage;

/**
 * Where batches of predictions are kept, and which of them is in force. Every method leaves the
 * store valid when it is cut off in the middle.
 */
interface BatchStore extends Closeable {
  /**
   * Keeps publishers out until the result is closed, and removes what a delivery that was killed
   * has left.
   *
   * @throws IOException when a publisher is at work
   */
  Closeable open() throws IOException;

  /** Name of the batch in force; empty when nothing has been delivered. */
  Optional<String> inForce() throws IOException;

  /** The batches, oldest first. */
  List<BatchLineage> batches() throws IOException;

  /**
   * Adds a batch, which is not in force yet.
   *
   * @throws IOException when it cannot be written wholly
   */
  void add(BatchLineage batch, Predictions predictions) throws IOException, InterruptedException;

  /** Puts a batch in force, at once. */
  void point(BatchLineage batch) throws IOException;

  /** Removes a batch that is not in force. */
  void remove(String batch) throws IOException;

  /** The store as the user would name it. */
  @Override
  String toString();
}

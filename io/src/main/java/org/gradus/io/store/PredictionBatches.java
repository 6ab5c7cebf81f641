package org.gradus.io.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The batches of predictions in a store, wherever it is, and which of them is in force. */
public interface PredictionBatches {
  /** The batches, oldest first. */
  List<BatchLineage> batches() throws IOException;

  /** Name of the batch in force, if anything has been delivered. */
  Optional<String> inForce() throws IOException;

  /** Puts a batch in force, at once. */
  void point(BatchLineage batch) throws IOException;
}

package org.gradus.jobs.publish;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.gradus.io.store.PredictionBatches;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/**
 * Where versions of a model are kept, and which of them is in force. A version never changes. Every
 * method leaves the store valid when it is cut off in the middle.
 */
interface VersionStore extends Closeable {
  /**
   * Makes the store where it is not there yet, keeps other publishers out until the result is
   * closed, and removes what one that was killed has left.
   *
   * @throws IOException when another publisher is at work
   */
  Closeable open() throws IOException;

  /** What is in force; empty when nothing has been published. */
  Optional<VersionPointer> pointer() throws IOException;

  /** The versions, oldest first. */
  List<Lineage> versions() throws IOException;

  /** Loads the model of a version. */
  KnowledgeModel load(VersionName version) throws IOException;

  /**
   * Adds a version, which is not in force yet.
   *
   * @param model folder of the model
   * @throws IOException when it cannot be written, or is not what its lineage says
   */
  void add(Lineage lineage, Path model) throws IOException, InterruptedException;

  /** Puts a version in force, at once. */
  void point(VersionPointer pointer) throws IOException;

  /** The predictions that have been delivered into the store; not to be used after its end. */
  PredictionBatches predictions() throws IOException;

  /** Removes a version that is not in force. */
  void remove(VersionName version) throws IOException;

  /** The store as the user would name it. */
  @Override
  String toString();
}

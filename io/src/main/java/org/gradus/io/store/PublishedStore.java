package org.gradus.io.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.gradus.model.knowledge.VersionName;

/** The reader's side of a store of published models, wherever it is. */
public interface PublishedStore extends Closeable {
  /** The version in force; empty when nothing has been published. */
  Optional<VersionName> versionInForce() throws IOException;

  /** All versions, oldest first. */
  List<PublishedVersion> versions() throws IOException;

  /**
   * Folder of a version's model, for tasks to read.
   *
   * @param scratch a folder that is not there, to write the model to where the store is none
   */
  Path model(VersionName version, Path scratch) throws IOException;

  /**
   * A version.
   *
   * @throws IOException when it is not there
   */
  default PublishedVersion version(VersionName name) throws IOException {
    return versions().stream()
        .filter(version -> version.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    String.format(
                        "Version %s is in force in %s but is not there; put another one in force"
                            + " with 'gradus rollback --to VERSION'.",
                        name, this)));
  }

  /** The store as the user would name it. */
  @Override
  String toString();
}

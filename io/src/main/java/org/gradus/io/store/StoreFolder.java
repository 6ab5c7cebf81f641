package org.gradus.io.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.model.knowledge.ModelStore;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/** A store of published models in a folder of any Hadoop file system. */
public final class StoreFolder implements PublishedStore {
  private static final String LINEAGE_FILE = "lineage.json";

  private final FileSystem files;
  private final Path root;

  /** The store at a path or URI; it is looked at only when something is read. */
  public StoreFolder(String place, Configuration configuration) throws IOException {
    files = new Path(place).getFileSystem(configuration);
    root = files.makeQualified(new Path(place));
  }

  @Override
  public Optional<VersionName> versionInForce() throws IOException {
    Path pointer = new Path(root, ModelStore.POINTER_FILE);
    try {
      return WholeFile.read(files, pointer)
          .map(VersionPointer::fromJson)
          .map(VersionPointer::version);
    } catch (IllegalArgumentException e) {
      throw unreadable(pointer, e);
    }
  }

  @Override
  public Path model(VersionName version, Path scratch) {
    return new Path(new Path(root, ModelStore.VERSIONS_FOLDER), version.toString());
  }

  @Override
  public List<PublishedVersion> versions() throws IOException {
    List<PublishedVersion> versions = new ArrayList<>();
    try {
      for (FileStatus child : files.listStatus(new Path(root, ModelStore.VERSIONS_FOLDER))) {
        read(new Path(child.getPath(), LINEAGE_FILE)).ifPresent(versions::add);
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    versions.sort(Comparator.comparing(PublishedVersion::name));
    return versions;
  }

  private Optional<PublishedVersion> read(Path file) throws IOException {
    try {
      return WholeFile.read(files, file).map(PublishedVersion::ofLineage);
    } catch (IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private static DataException unreadable(Path file, IllegalArgumentException reason) {
    DataException refusal =
        new DataException("Cannot read " + file + ": " + reason.getMessage() + ".");
    refusal.addSuppressed(reason);
    return refusal;
  }

  @Override
  public void close() {
    // The file system is Hadoop's, which shares it.
  }

  @Override
  public String toString() {
    return files.getUri().getScheme().equals("file") ? root.toUri().getPath() : root.toString();
  }
}

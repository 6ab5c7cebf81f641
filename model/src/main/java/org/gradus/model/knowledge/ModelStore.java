package org.gradus.model.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The reader's side of a store of published models on a local file system: {@code current.json}
 * says which version is in force, {@code versions/NAME} is a model folder that never changes.
 *
 * <pre>{@code
 * ModelStore store = ModelStore.at(Path.of("store"));
 * PublishedModel published = store.load();
 * ...
 * if (!store.versionInForce().equals(published.version())) {
 *   published = store.load();
 * }
 * }</pre>
 *
 * <p>Models that are loaded already are not touched by what happens in the store. Immutable, safe
 * for use by any number of threads.
 */
public final class ModelStore {
  /** Name of the file that points to the version in force, a {@link VersionPointer}. */
  public static final String POINTER_FILE = "current.json";

  /** Name of the folder with one folder per version. */
  public static final String VERSIONS_FOLDER = "versions";

  private final Path folder;

  private ModelStore(Path folder) {
    this.folder = folder;
  }

  /** The store in a folder; it is looked at only when something is read. */
  public static ModelStore at(Path folder) {
    return new ModelStore(folder);
  }

  /**
   * The version in force at this moment; a read of about 200 bytes.
   *
   * @throws IOException when nothing has been published, or the pointer cannot be read
   */
  public VersionName versionInForce() throws IOException {
    Path pointer = folder.resolve(POINTER_FILE);
    try {
      return VersionPointer.fromJson(Files.readString(pointer)).version();
    } catch (NoSuchFileException e) {
      throw new IOException("Nothing has been published in " + folder + " yet.", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("Cannot read " + pointer + ": " + e.getMessage() + ".", e);
    }
  }

  /**
   * Loads the version in force. When another one takes its place meanwhile, and the first one is
   * removed before it has been read, that other one.
   *
   * @throws IOException when it cannot be loaded; the message names the file or folder
   */
  public PublishedModel load() throws IOException {
    VersionName version = versionInForce();
    while (true) {
      try {
        return load(version);
      } catch (IOException e) {
        VersionName now = versionInForce();
        if (now.equals(version)) {
          throw e;
        }
        version = now;
      }
    }
  }

  /** Loads any version of the store. */
  public PublishedModel load(VersionName version) throws IOException {
    Path model = folder.resolve(VERSIONS_FOLDER).resolve(version.toString());
    return new PublishedModel(version, KnowledgeModel.load(model));
  }
}

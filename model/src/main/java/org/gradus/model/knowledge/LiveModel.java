package org.gradus.model.knowledge;

import java.io.IOException;

/**
 * The model in force, for a server that goes on while new versions are published: {@link #model} is
 * a read of one field, {@link #refresh}, called every minute or so by a scheduler of the server,
 * loads a new version beside the old one and then takes its place. Requests that are under way
 * finish with the model that they began with. Safe for use by any number of threads.
 *
 * <p>A {@link StudentState} belongs to the model that made it; {@link StudentState#under} takes it
 * to the next one.
 */
public final class LiveModel {
  private final Versions versions;
  private volatile Loaded loaded;

  private LiveModel(Versions versions) throws IOException {
    this.versions = versions;
    String version = versions.inForce();
    loaded = new Loaded(version, versions.load(version));
  }

  /** Where versions are published. */
  public interface Versions {
    /** Name of the version in force; cheap. */
    String inForce() throws IOException;

    /** Loads a version. */
    KnowledgeModel load(String version) throws IOException;
  }

  /** Loads the version in force, to be followed from then on by {@link #refresh}. */
  public static LiveModel follow(Versions versions) throws IOException {
    return new LiveModel(versions);
  }

  /** Loads the version in force of a store, to be followed from then on by {@link #refresh}. */
  public static LiveModel follow(ModelStore store) throws IOException {
    return new LiveModel(
        new Versions() {
          @Override
          public String inForce() throws IOException {
            return store.versionInForce().toString();
          }

          @Override
          public KnowledgeModel load(String version) throws IOException {
            return store.load(VersionName.parse(version)).model();
          }
        });
  }

  /** The model; ask anew for each request. */
  public KnowledgeModel model() {
    return loaded.model;
  }

  /** Name of the version that {@link #model} is. */
  public String version() {
    return loaded.version;
  }

  /**
   * Loads the version in force when it is another one. Until that has succeeded, and when it fails,
   * the old one stays. Threads that call it at the same time wait for each other.
   *
   * @return whether the model is a new one now
   * @throws IOException when the versions cannot be read
   */
  public synchronized boolean refresh() throws IOException {
    String inForce = versions.inForce();
    if (inForce.equals(loaded.version)) {
      return false;
    }
    loaded = new Loaded(inForce, versions.load(inForce));
    return true;
  }

  /** A version and its model, which change together. */
  private static final class Loaded {
    private final String version;
    private final KnowledgeModel model;

    Loaded(String version, KnowledgeModel model) {
      this.version = version;
      this.model = model;
    }
  }
}

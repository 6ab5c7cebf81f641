package org.gradus.model.knowledge;

/** A model as it was published. Immutable. */
public final class PublishedModel {
  private final VersionName version;
  private final KnowledgeModel model;

  /** A version and its model. */
  public PublishedModel(VersionName version, KnowledgeModel model) {
    this.version = version;
    this.model = model;
  }

  /** Its name in the store. */
  public VersionName version() {
    return version;
  }

  /** The model. */
  public KnowledgeModel model() {
    return model;
  }
}

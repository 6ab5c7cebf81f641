package org.gradus.jobs.driver;

/**
 * Something a step writes: a name that other steps read it by, and its place below the work folder.
 * The place starts with the step's own folder, {@code <step name>/...} or {@code <step name>}
 * itself.
 */
public final class Dataset {
  private final String name;
  private final String place;
  private final String meaning;

  /**
   * Describes a dataset.
   *
   * @param name unique name, such as {@code histories}
   * @param place path relative to the work folder, such as {@code sort/histories}
   * @param meaning what it holds and in which format, in one sentence
   */
  public Dataset(String name, String place, String meaning) {
    this.name = name;
    this.place = place;
    this.meaning = meaning;
  }

  /** The name that steps read it by. */
  public String name() {
    return name;
  }

  /** Path relative to the work folder. */
  public String place() {
    return place;
  }

  /** What it holds and in which format. */
  public String meaning() {
    return meaning;
  }
}

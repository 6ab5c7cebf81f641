package org.gradus.jobs.driver;

/**
 * How far the tasks of one job are. Hadoop's local runner says after each task that all have ended,
 * until it hears of the next one: what it had said before is nearer to the truth.
 */
final class JobProgress {
  private final boolean local;
  private float maps;
  private float reduces;

  /**
   * No task has begun.
   *
   * @param local whether the job runs in Hadoop's local runner
   */
  JobProgress(boolean local) {
    this.local = local;
  }

  /**
   * Takes what Hadoop says.
   *
   * @param saidMaps share of the maps' work that is done, in [0, 1]
   * @param saidReduces the same of the reduces
   */
  void update(float saidMaps, float saidReduces) {
    boolean allMaps = saidMaps == 1 && saidReduces == 0;
    maps = local && allMaps ? maps : saidMaps;
    reduces = local && saidReduces == 1 ? reduces : saidReduces;
  }

  /** Share of the maps' work that is done, in [0, 1]. */
  float maps() {
    return maps;
  }

  /** Share of the reduces' work that is done, in [0, 1]. */
  float reduces() {
    return reduces;
  }
}

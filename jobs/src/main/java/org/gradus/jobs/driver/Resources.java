package org.gradus.jobs.driver;

/**
 * What a step asks of a cluster for the tasks of its jobs, where neither the user nor the cluster's
 * own files say otherwise. Immutable.
 */
public final class Resources {
  private static final long MEGABYTE = 1 << 20;
  private static final double HEAP_SHARE = 0.8;
  private static final long BESIDES_MEGABYTES = 400;
  private static final int GRAIN_MEGABYTES = 512;
  private static final int HADOOP_MEGABYTES = 1024;

  private final int mapMegabytes;
  private final int reduceMegabytes;

  private Resources(int mapMegabytes, int reduceMegabytes) {
    this.mapMegabytes = mapMegabytes;
    this.reduceMegabytes = reduceMegabytes;
  }

  /** For tasks that hold little at a time: what the cluster gives to every job. */
  public static Resources light() {
    return new Resources(0, 0);
  }

  /**
   * For tasks that hold much at a time.
   *
   * @param mapBytes most that a mapper holds of its own, from 0
   * @param reduceBytes most that a reducer holds of its own, from 0
   */
  public static Resources heavy(long mapBytes, long reduceBytes) {
    return new Resources(megabytes(mapBytes), megabytes(reduceBytes));
  }

  /** Memory of a container whose heap has room for so much; 0 where Hadoop's default does. */
  private static int megabytes(long held) {
    double heap = held / (double) MEGABYTE + BESIDES_MEGABYTES;
    double container = Math.ceil(heap / HEAP_SHARE / GRAIN_MEGABYTES) * GRAIN_MEGABYTES;
    return container <= HADOOP_MEGABYTES ? 0 : (int) Math.min(container, Integer.MAX_VALUE);
  }

  /** Memory of a map task's container, in MB; 0: the cluster's default. */
  int mapMegabytes() {
    return mapMegabytes;
  }

  /** Memory of a reduce task's container, in MB; 0: the cluster's default. */
  int reduceMegabytes() {
    return reduceMegabytes;
  }
}

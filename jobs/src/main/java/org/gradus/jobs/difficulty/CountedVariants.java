package org.gradus.jobs.difficulty;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.jobs.examples.Variant;

/** The variants that one job counts: some neighbours of all that there are. Immutable. */
final class CountedVariants {
  private static final String FROM = "gradus.internal.counted-from";
  private static final String TO = "gradus.internal.counted-to";

  private final List<Variant> all;
  private final int from;
  private final int to;

  private CountedVariants(List<Variant> all, int from, int to) {
    this.all = all;
    this.from = from;
    this.to = to;
  }

  /** All variants, so many to a job, 1 or more; the last may have fewer. */
  static List<CountedVariants> groups(Configuration configuration, int most) {
    List<Variant> all = Variant.all(configuration);
    List<CountedVariants> groups = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      groups.add(new CountedVariants(all, from, Math.min(all.size(), from + most)));
    }
    return groups;
  }

  /** Makes a job count these. */
  void applyTo(Configuration job) {
    job.setInt(FROM, from);
    job.setInt(TO, to);
  }

  /** Those of a job; all where nobody has said. */
  static CountedVariants ofJob(Configuration job) {
    List<Variant> all = Variant.all(job);
    return new CountedVariants(all, job.getInt(FROM, 0), job.getInt(TO, all.size()));
  }

  List<Variant> list() {
    return all.subList(from, to);
  }

  /** Whether the first of all is among them. */
  boolean withFirst() {
    return from == 0;
  }

  /** Whether the last of all is among them: the model's, unless a run has folds alone. */
  boolean withLast() {
    return to == all.size();
  }

  /** For the title of a job: empty for all of them. */
  @Override
  public String toString() {
    String last = to - from == 1 ? "" : " to " + all.get(to - 1);
    return to - from == all.size() ? "" : " (" + all.get(from) + last + ")";
  }
}

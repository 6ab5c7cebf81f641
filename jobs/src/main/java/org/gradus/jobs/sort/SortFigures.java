package org.gradus.jobs.sort;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.mapreduce.Counters;
import org.gradus.io.source.Rejection;

/** What the counters of a finished sort say. */
final class SortFigures {
  private final Counters counters;

  SortFigures(Counters counters) {
    this.counters = counters;
  }

  long of(SortCounter counter) {
    return counters.findCounter(counter).getValue();
  }

  long of(Rejection rejection) {
    return counters.findCounter(rejection).getValue();
  }

  /** Number of bad lines, which leaves out those that a source drops on purpose. */
  long badLines() {
    long bad = 0;
    for (Rejection rejection : Rejection.values()) {
      bad += rejection.isBad() ? of(rejection) : 0;
    }
    return bad;
  }

  /** Why files could not be read to their end; empty when all could. */
  EnumSet<Rejection> fileProblems() {
    EnumSet<Rejection> problems = EnumSet.noneOf(Rejection.class);
    for (Rejection rejection : Rejection.values()) {
      if (rejection.isFileProblem() && of(rejection) > 0) {
        problems.add(rejection);
      }
    }
    return problems;
  }

  /** Quarantined lines by reason, most frequent first; reasons without any line are left out. */
  Map<String, Long> reasons() {
    Map<String, Long> byName = new TreeMap<>();
    for (Rejection rejection : Rejection.values()) {
      byName.put(rejection.name(), of(rejection));
    }
    byName.put(QuarantineRow.OVER_LIMIT, of(SortCounter.ATTEMPTS_OVER_LIMIT));
    byName.put(QuarantineRow.NUMBER_GAP, of(SortCounter.ATTEMPTS_WITH_NUMBER_GAP));
    Map<String, Long> sorted = new LinkedHashMap<>();
    byName.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}

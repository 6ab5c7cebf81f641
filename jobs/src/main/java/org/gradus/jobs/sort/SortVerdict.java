package org.gradus.jobs.sort;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.hadoop.mapreduce.Counters;
import org.gradus.io.settings.DataException;
import org.gradus.io.source.Rejection;

/** Decides after the job whether its output may be used. */
final class SortVerdict {
  private static final int MOST_REASONS = 3;

  private final SortFigures figures;
  private final Quarantine quarantine;

  SortVerdict(Counters counters, Quarantine quarantine) {
    this.figures = new SortFigures(counters);
    this.quarantine = quarantine;
  }

  /**
   * Checks the law of the counters, then the data.
   *
   * @throws IllegalStateException when a line was lost or counted twice
   * @throws DataException when a file could not be read to its end, no attempt is left, or more
   *     than {@code maxBadFraction} of the lines are bad
   */
  void check(double maxBadFraction) throws IOException {
    checkLaw();
    checkFiles();
    checkAnyAttempt();
    checkBadLines(maxBadFraction);
  }

  private void checkLaw() {
    long read = figures.of(SortCounter.LINES_READ);
    long kept = figures.of(SortCounter.ATTEMPTS_KEPT);
    long dropped = figures.of(SortCounter.DUPLICATES_DROPPED);
    long quarantined = figures.of(SortCounter.LINES_QUARANTINED);
    if (read != kept + dropped + quarantined) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The sort lost or doubled lines: %d lines read are not %d attempts kept + %d"
                  + " duplicates dropped + %d lines quarantined; this is a defect of Gradus or of"
                  + " the cluster's shuffle, nothing was kept.",
              read,
              kept,
              dropped,
              quarantined));
    }
  }

  private void checkFiles() throws IOException {
    EnumSet<Rejection> problems = figures.fileProblems();
    if (problems.isEmpty()) {
      return;
    }
    Rejection first = problems.iterator().next();
    long count = problems.stream().mapToLong(figures::of).sum();
    throw new DataException(
        String.format(
            Locale.ROOT,
            "Reading the logs stopped at %s because %s%s; replace the file or leave it out of"
                + " --input (quarantine: %s).",
            example(quarantine.examples(Set.of(first.name())), first.name()),
            first.meaning(),
            count > 1 ? ", and " + (count - 1) + " more files cannot be read either" : "",
            quarantine));
  }

  private void checkAnyAttempt() throws IOException {
    if (figures.of(SortCounter.ATTEMPTS_KEPT) > 0) {
      return;
    }
    long read = figures.of(SortCounter.LINES_READ);
    if (read == 0) {
      throw new DataException(
          "The logs hold no line at all besides headers; check what --input names.");
    }
    throw new DataException(
        String.format(
            Locale.ROOT,
            "None of the %d lines of the logs is a usable attempt: %s; check --source, and see the"
                + " quarantine %s.",
            read,
            reasons(),
            quarantine));
  }

  private void checkBadLines(double maxBadFraction) throws IOException {
    long bad = figures.badLines();
    long read = figures.of(SortCounter.LINES_READ);
    if (bad <= maxBadFraction * read) {
      return;
    }
    throw new DataException(
        String.format(
            Locale.ROOT,
            "%d of %d lines of the logs are bad (%.2f %%), and %s allows %s %%: %s; check --source,"
                + " see the quarantine %s, or allow more.",
            bad,
            read,
            100.0 * bad / read,
            SortStep.MAX_BAD_FRACTION.name(),
            100 * maxBadFraction,
            reasons(),
            quarantine));
  }

  /** The most frequent reasons, each with its count and the first example. */
  private String reasons() throws IOException {
    Map<String, Long> top = new LinkedHashMap<>();
    figures.reasons().entrySet().stream()
        .limit(MOST_REASONS)
        .forEach(reason -> top.put(reason.getKey(), reason.getValue()));
    Map<String, QuarantineRow> examples = quarantine.examples(top.keySet());
    StringJoiner reasons = new StringJoiner(", ");
    top.forEach(
        (reason, lines) ->
            reasons.add(lines + " " + reason + " (such as " + example(examples, reason) + ")"));
    return reasons.toString();
  }

  private static String example(Map<String, QuarantineRow> examples, String reason) {
    QuarantineRow row = examples.get(reason);
    return row == null ? "a line that is not in the quarantine" : row.example();
  }
}

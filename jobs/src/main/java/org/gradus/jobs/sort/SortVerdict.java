package org.gradus.jobs.sort;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    long problems = figures.fileProblems();
    if (problems == 0) {
      return;
    }
    Optional<QuarantineRow> row = quarantine.first(SortVerdict::isFileProblem);
    throw new DataException(
        String.format(
            Locale.ROOT,
            "Reading the logs stopped at %s because %s%s; replace the file or leave it out of"
                + " --input (quarantine: %s).",
            row.map(QuarantineRow::example).orElse("an unknown place"),
            row.map(found -> Rejection.valueOf(found.reason()).meaning()).orElse("it is damaged"),
            problems > 1 ? ", and so it is with " + (problems - 1) + " more" : "",
            quarantine));
  }

  private static boolean isFileProblem(String reason) {
    return !reason.equals(QuarantineRow.OVER_LIMIT) && Rejection.valueOf(reason).isFileProblem();
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
    StringJoiner reasons = new StringJoiner(", ");
    int left = MOST_REASONS;
    for (Map.Entry<String, Long> reason : figures.reasons().entrySet()) {
      if (left-- == 0) {
        break;
      }
      String example =
          quarantine.first(reason.getKey()::equals).map(QuarantineRow::example).orElse("");
      reasons.add(reason.getValue() + " " + reason.getKey() + " (such as " + example + ")");
    }
    return reasons.toString();
  }
}

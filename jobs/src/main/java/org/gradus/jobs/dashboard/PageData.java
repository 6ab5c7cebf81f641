package org.gradus.jobs.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.io.store.PublishedVersion;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.evaluate.TrainingReference;
import org.gradus.model.knowledge.VersionName;

/** What the page's script draws, as JSON: rows are arrays, to keep the page small. */
final class PageData {
  private static final double DIGITS = 1e4;

  private final Period period;
  private final List<PublishedVersion> versions;
  private final Optional<VersionName> inForce;

  PageData(Period period, List<PublishedVersion> versions, Optional<VersionName> inForce) {
    this.period = period;
    this.versions = versions;
    this.inForce = inForce;
  }

  Map<String, Object> toJson(int recentDays, long minAttempts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("first", period.first().toString());
    json.put("recentDays", recentDays);
    json.put("minAttempts", minAttempts);
    json.put("inForce", inForce.map(VersionName::toString).orElse(null));
    json.put("versions", versionRows());
    json.put("days", dayRows());
    json.put("calibration", bins(period.recent().calibration()));
    json.put("met", metRows());
    json.put("exercises", exerciseRows());
    json.put("series", period.packed());
    return json;
  }

  /** Name, when it was published, log loss and AUC at training. */
  private List<Object> versionRows() {
    List<Object> rows = new ArrayList<>();
    for (PublishedVersion version : versions) {
      List<Object> row = new ArrayList<>();
      row.add(version.name().toString());
      row.add(version.publishedAt().toString().replaceAll("\\.\\d+", ""));
      row.add(rounded(version.metric("log_loss")));
      row.add(rounded(version.metric("auc")));
      rows.add(row);
    }
    return rows;
  }

  /** Null for a day not monitored; else version, figures and alerts. */
  private List<Object> dayRows() {
    List<Object> rows = new ArrayList<>();
    for (DayRow day : period.days()) {
      if (day == null) {
        rows.add(null);
        continue;
      }
      DailySums total = day.total();
      List<Object> row = new ArrayList<>();
      row.add(day.version());
      row.add(total.total().attempts());
      row.add(rounded(total.total().logLoss()));
      row.add(rounded(total.auc()));
      row.add(rounded(total.calibrationError()));
      row.add(rounded(total.total().shareCorrect()));
      row.add(rounded(total.total().meanProbability()));
      row.add(total.first().attempts());
      row.add(rounded(total.first().logLoss()));
      row.add(day.alerts());
      rows.add(row);
    }
    return rows;
  }

  /** Fewest exercises met, answers, mean prediction, share correct, log loss. */
  private List<Object> metRows() {
    List<Object> rows = new ArrayList<>();
    List<PredictionSums> bins = period.recent().byMet();
    for (int i = 0; i < bins.size(); i++) {
      PredictionSums bin = bins.get(i);
      rows.add(
          new double[] {
            DailySums.leastMet(i),
            bin.attempts(),
            rounded(bin.meanProbability()),
            rounded(bin.shareCorrect()),
            rounded(bin.logLoss())
          });
    }
    return rows;
  }

  /** Name, log loss at training, AUC of the last days, and their calibration. */
  private List<Object> exerciseRows() {
    TrainingReference reference =
        versions.stream()
            .filter(version -> inForce.equals(Optional.of(version.name())))
            .findFirst()
            .flatMap(PublishedVersion::reference)
            .orElseGet(TrainingReference::new);
    List<Object> rows = new ArrayList<>();
    for (String exercise : period.exercises()) {
      DailySums recent = period.recent(exercise);
      List<Object> row = new ArrayList<>();
      row.add(exercise);
      row.add(rounded(reference.logLoss(exercise)));
      row.add(rounded(recent.auc()));
      row.add(bins(recent.calibration()));
      rows.add(row);
    }
    return rows;
  }

  /** Index, answers, mean prediction and share correct of each bin that is not empty. */
  private static List<Object> bins(List<PredictionSums> bins) {
    List<Object> flat = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      PredictionSums bin = bins.get(i);
      if (bin.attempts() > 0) {
        flat.add((long) i);
        flat.add(bin.attempts());
        flat.add(Math.round(bin.meanProbability() * 1000));
        flat.add(Math.round(bin.shareCorrect() * 1000));
      }
    }
    return flat;
  }

  private static double rounded(double value) {
    return Math.rint(value * DIGITS) / DIGITS;
  }
}

package org.gradus.jobs.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.LossSums;
import org.gradus.model.fit.NewtonSearch;
import org.gradus.model.knowledge.ExerciseSpread;

/** How far the search for the theta of one large exercise has come. */
final class LargeFit {
  private final NewtonSearch search;
  private long rows;
  private long corrects;
  private boolean nothingToFit;
  private ExerciseSpread spread;

  private LargeFit(NewtonSearch search) {
    this.search = search;
  }

  static LargeFit start(ExercisePrior prior) {
    return new LargeFit(NewtonSearch.from(prior.gaussian().means()));
  }

  /** Takes in the sums of a round; the last ones also say how sure theta is. */
  void next(
      String exercise, LossSums sums, ExercisePrior prior, FitOptions options, Spreads spreads) {
    rows = sums.rows();
    corrects = sums.positives();
    boolean oneClass = corrects == 0 || corrects == rows;
    if (rows == 0 || (oneClass && prior.isFlat())) {
      nothingToFit = true;
    } else {
      search.next(sums, prior.gaussian(), options);
      spread = search.isFinished() ? spreads.of(exercise, sums, prior.gaussian()) : null;
    }
  }

  boolean isFinished() {
    return nothingToFit || search.isFinished();
  }

  /** Whether a theta has been fitted; it is the prior's otherwise. */
  boolean isFitted() {
    return !nothingToFit;
  }

  boolean hasConverged() {
    return nothingToFit || search.hasConverged();
  }

  double[] theta() {
    return search.theta();
  }

  int rounds() {
    return search.rounds();
  }

  /** How sure theta is; null when nothing was fitted. */
  ExerciseSpread spread() {
    return spread;
  }

  /** Training rows. */
  long rows() {
    return rows;
  }

  /** Correct ones among them. */
  long corrects() {
    return corrects;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", rows);
    json.put("corrects", corrects);
    json.put("nothingToFit", nothingToFit);
    json.put("search", search.toJson());
    json.put("spread", spread == null ? null : spread.toJson());
    return json;
  }

  @SuppressWarnings("unchecked")
  static LargeFit fromJson(Map<String, Object> json) {
    LargeFit fit = new LargeFit(NewtonSearch.fromJson((Map<String, Object>) json.get("search")));
    fit.rows = (Long) json.get("rows");
    fit.corrects = (Long) json.get("corrects");
    fit.nothingToFit = (Boolean) json.get("nothingToFit");
    String spread = (String) json.get("spread");
    fit.spread = spread == null ? null : ExerciseSpread.fromJson(spread);
    return fit;
  }
}

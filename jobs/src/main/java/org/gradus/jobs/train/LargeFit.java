package org.gradus.jobs.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.model.difficulty.ItemOffsets;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.LossSums;
import org.gradus.model.fit.NewtonSearch;
import org.gradus.model.knowledge.ExerciseSpread;

/** How far the search for the theta and the offsets of one large exercise has come. */
final class LargeFit {
  private final NewtonSearch search;
  private final int[] items;
  private long rows;
  private long corrects;
  private boolean nothingToFit;
  private ExerciseSpread spread;

  private LargeFit(NewtonSearch search, int[] items) {
    this.search = search;
    this.items = items;
  }

  /** A search that has not begun; {@code items} are the keys of those that get an offset. */
  static LargeFit start(ExercisePrior prior, int[] items) {
    double[] means = prior.gaussian().means();
    double[] start = Arrays.copyOf(means, means.length + items.length);
    return new LargeFit(NewtonSearch.from(start), items);
  }

  /** Takes in the sums of a round; the last ones also say how sure theta is. */
  void next(
      String exercise,
      LossSums sums,
      ExercisePrior prior,
      double itemPrecision,
      FitOptions options,
      Spreads spreads) {
    rows = sums.rows();
    corrects = sums.positives();
    boolean oneClass = corrects == 0 || corrects == rows;
    if (rows == 0 || (oneClass && prior.isFlat())) {
      nothingToFit = true;
    } else {
      search.next(sums, prior.gaussian().with(items.length, itemPrecision), options);
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

  /** Parameters without the offsets. */
  double[] theta() {
    return Arrays.copyOf(parameters(), parameters().length - items.length);
  }

  /** Theta, and behind it the offsets. */
  double[] parameters() {
    return search.theta();
  }

  /** Ascending keys of the items that get an offset. */
  int[] items() {
    return items;
  }

  /** The offsets of items; none when nothing was fitted. */
  ItemOffsets offsets() {
    double[] parameters = parameters();
    return nothingToFit
        ? ItemOffsets.NONE
        : ItemOffsets.of(
            items,
            Arrays.copyOfRange(parameters, parameters.length - items.length, parameters.length));
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
    json.put("items", Arrays.stream(items).boxed().collect(Collectors.toList()));
    json.put("search", search.toJson());
    json.put("spread", spread == null ? null : spread.toJson());
    return json;
  }

  @SuppressWarnings("unchecked")
  static LargeFit fromJson(Map<String, Object> json) {
    int[] items =
        ((List<Object>) json.get("items"))
            .stream().mapToInt(key -> ((Number) key).intValue()).toArray();
    LargeFit fit =
        new LargeFit(NewtonSearch.fromJson((Map<String, Object>) json.get("search")), items);
    fit.rows = (Long) json.get("rows");
    fit.corrects = (Long) json.get("corrects");
    fit.nothingToFit = (Boolean) json.get("nothingToFit");
    String spread = (String) json.get("spread");
    fit.spread = spread == null ? null : ExerciseSpread.fromJson(spread);
    return fit;
  }
}

package org.gradus.jobs.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.jobs.examples.TraceReader;
import org.gradus.model.baseline.Baseline;
import org.gradus.model.baseline.BaselineKind;
import org.gradus.model.baseline.Situation;
import org.gradus.model.baseline.SituationReader;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.StudentAbility;

/**
 * The baselines of one exercise after the other, trained and scored with the same rows as the
 * model, and their sums over all exercises of a reducer.
 */
final class BaselineFits {
  private static final int FIRST_COLUMN = 2;

  /** In the order of the settings, which is that of the columns of predictions. */
  private final Map<String, Evaluation> evaluations = new LinkedHashMap<>();

  private final Map<String, Baseline> fits = new LinkedHashMap<>();
  private final List<BaselineKind> kinds;
  private final Situation situation = new Situation();
  private final SituationReader columns;
  private final float[] probabilities;
  private boolean fitted;

  /** No exercise yet; {@code rows} is the set whose features rows have. */
  BaselineFits(List<BaselineKind> kinds, FeatureSet rows) {
    this.kinds = kinds;
    kinds.forEach(kind -> evaluations.put(kind.label(), new Evaluation()));
    probabilities = new float[FIRST_COLUMN + kinds.size()];
    columns = new SituationReader(rows);
  }

  /** Goes to the next exercise. */
  void beginExercise() {
    kinds.forEach(kind -> fits.put(kind.label(), kind.newBaseline()));
    fitted = false;
  }

  /** Goes to a trace; unless it is its student's first, the student's record so far stays. */
  void beginTrace(int firstOpportunity) {
    if (firstOpportunity == 1) {
      situation.begin();
    }
  }

  void train(TraceReader row) {
    columns.read(row.features(), situation);
    fits.values().forEach(baseline -> baseline.train(situation, row.correct()));
    situation.observe(row.correct());
  }

  /** Scores the row, unless it repeats an answer, and takes its outcome in. */
  void score(TraceReader row, ExerciseScore score) {
    if (!fitted) {
      fits.values().forEach(Baseline::fit);
      fitted = true;
    }
    columns.read(row.features(), situation);
    int column = FIRST_COLUMN;
    for (Map.Entry<String, Baseline> fit : fits.entrySet()) {
      double probability = fit.getValue().predict(situation);
      probabilities[column++] = (float) probability;
      if (row.answersBefore() != TraceReader.REPEAT) {
        score
            .baseline(fit.getKey())
            .add(probability, row.correct(), row.opportunity(), row.answersBefore());
      }
      fit.getValue().observe(situation, row.correct());
    }
    situation.observe(row.correct());
  }

  /** How able the student was known to be before the row scored last; NaN where rows lack it. */
  double ability() {
    return StudentAbility.of(situation.abilityMean(), situation.abilityVariance());
  }

  /** Ends an exercise, of which this is the score. */
  void endExercise(ExerciseScore score) {
    score.baselines().forEach((label, sums) -> evaluations.get(label).merge(sums));
  }

  /**
   * Puts two other predictions for the row scored last before those of the baselines; the array is
   * used again for the next row.
   */
  float[] probabilities(double model, double exerciseMean) {
    probabilities[0] = (float) model;
    probabilities[1] = (float) exerciseMean;
    return probabilities;
  }

  /** Sums over all exercises so far, by name. */
  Map<String, Evaluation> evaluations() {
    return evaluations;
  }
}

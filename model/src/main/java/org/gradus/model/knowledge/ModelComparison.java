package org.gradus.model.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.hash.StableHash;

/**
 * How far the predictions of two models are apart, on probe histories that follow from the names of
 * the exercises alone: each probe student practises a few exercises that both models know, one is
 * strong, another one weak, and before each answer both models are asked. The same two models give
 * the same comparison anywhere and always. Probe answers name no item, so that items differ only by
 * what their exercise has in common. Cost: at most 80,000 predictions of each model. Immutable.
 */
public final class ModelComparison {
  static final int MOST_STUDENTS = 2000;
  private static final int ATTEMPTS = 40;
  private static final int EXERCISES = 4;
  private static final long START_MILLIS = 1_577_836_800_000L;
  private static final double DAY_MILLIS = 86_400_000;

  private final KnowledgeModel before;
  private final KnowledgeModel after;
  private long predictions;
  private double sum;
  private double largest;
  private String exercise = "";
  private double largestBefore = Double.NaN;
  private double largestAfter = Double.NaN;

  private ModelComparison(KnowledgeModel before, KnowledgeModel after) {
    this.before = before;
    this.after = after;
  }

  /** Compares two models; their feature sets may differ. */
  public static ModelComparison of(KnowledgeModel before, KnowledgeModel after) {
    ModelComparison comparison = new ModelComparison(before, after);
    List<String> common = new ArrayList<>(before.exercises());
    common.retainAll(after.exercises());
    common.sort(Comparator.comparingLong((String name) -> StableHash.of(name)));
    for (int student = 0; student < Math.min(MOST_STUDENTS, common.size()); student++) {
      comparison.probe(student, common);
    }
    return comparison;
  }

  private void probe(int student, List<String> exercises) {
    StudentState one = before.newStudent();
    StudentState other = after.newStudent();
    long random = StableHash.of("probe", exercises.get(student));
    double skill = 0.1 + 0.8 * StableHash.unit(StableHash.mix(random));
    long epochMillis = START_MILLIS;
    for (int number = 0; number < ATTEMPTS; number++) {
      random = StableHash.mix(random + StableHash.GAMMA);
      int place = student + (int) ((random & Integer.MAX_VALUE) % EXERCISES);
      boolean correct = StableHash.unit(StableHash.mix(random + 1)) < skill;
      epochMillis += (long) (StableHash.unit(StableHash.mix(random + 2)) * DAY_MILLIS);
      Attempt attempt = answer(exercises.get(place % exercises.size()), correct, epochMillis);
      add(attempt.exercise(), one.predict(attempt), other.predict(attempt));
      one.observe(attempt);
      other.observe(attempt);
    }
  }

  private static Attempt answer(String exercise, boolean correct, long epochMillis) {
    return Attempt.on(exercise)
        .correct(correct)
        .epochMillis(epochMillis)
        .secondsTaken(correct ? 20 : 40)
        .hints(correct ? 0 : 1)
        .answers(correct ? 1 : 2)
        .build();
  }

  private void add(String asked, double first, double second) {
    double change = Math.abs(first - second);
    predictions++;
    sum += change;
    if (change > largest) {
      largest = change;
      exercise = asked;
      largestBefore = first;
      largestAfter = second;
    }
  }

  /** Number of questions asked; 0 when the models have no exercise in common. */
  public long predictions() {
    return predictions;
  }

  /** Mean of |change of P(correct)|, 0 to 1; 0 without questions. */
  public double meanChange() {
    return predictions == 0 ? 0 : sum / predictions;
  }

  /** Largest |change of P(correct)|, 0 to 1. */
  public double largestChange() {
    return largest;
  }

  /** Exercise of the largest change; empty when nothing changes. */
  public String exercise() {
    return exercise;
  }

  /** P(correct) of the first model where the change is largest; NaN when nothing changes. */
  public double largestBefore() {
    return largestBefore;
  }

  /** P(correct) of the second model where the change is largest; NaN when nothing changes. */
  public double largestAfter() {
    return largestAfter;
  }
}

package org.gradus.jobs.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;

/**
 * One way of dividing students into training and held out. A plain run has one variant;
 * cross-validation has one for each fold, a repeated evaluation one for each repetition (of each
 * fold), and both have one more in which everybody trains, which gives the published model. The
 * step {@code difficulty} counts for all at once, {@code prior} and {@code train} run one job for
 * each variant, and each reads only what the same variant has written, so that nothing ever knows a
 * student that it will be scored on. Immutable.
 */
public final class Variant {
  /** Whether the published model has seen the held-out students. */
  public static final Key<Boolean> REFIT =
      Key.flag(
              "gradus.split.refit",
              false,
              "After the held-out students are scored, train the published model once more, on everybody. The metrics stay those of the model that has not seen them.")
          .withOption("--refit");

  /** Whether folds and repetitions are for their figures alone. */
  public static final Key<Boolean> FIGURES_ONLY =
      Key.flag(
              "gradus.split.figures-only",
              false,
              "With --folds or --repeats: only score held-out students. The training of a model on everybody, one training of k + 1, is left out; there is then no model to predict with or"
                  + " to publish.")
          .withOption("--figures-only");

  private static final String JOB = "gradus.internal.variant";
  private static final String EVERYBODY_NAME = "everybody";
  private static final String HOLDOUT_NAME = "holdout";
  private static final String FOLD_PREFIX = "fold-";
  private static final String RUN_PREFIX = "run-";

  private final String name;

  private Variant(String name) {
    this.name = name;
  }

  /** How students are divided. */
  enum Kind {
    HOLDOUT,
    FOLD,
    EVERYBODY
  }

  /** All variants that the settings ask for. */
  public static List<Variant> all(Configuration configuration) {
    int tuningFolds = StudentSplit.TUNING_FOLDS.get(configuration).intValue();
    int folds =
        tuningFolds > 0 ? tuningFolds : Folds.of(StudentSplit.FOLDS.get(configuration)).count();
    int runs = tuningFolds > 0 ? 1 : StudentSplit.REPEATS.get(configuration).intValue();
    List<Variant> variants = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      String name = runs == 1 ? HOLDOUT_NAME : RUN_PREFIX + run;
      for (int fold = 1; fold <= folds; fold++) {
        variants.add(new Variant(FOLD_PREFIX + fold + (runs == 1 ? "" : "-" + name)));
      }
      if (folds == 0) {
        variants.add(new Variant(name));
      }
    }
    boolean figuresOnly = tuningFolds > 0 || FIGURES_ONLY.get(configuration);
    if (!figuresOnly && (variants.size() > 1 || REFIT.get(configuration))) {
      variants.add(new Variant(EVERYBODY_NAME));
    }
    return variants;
  }

  /** The variant that gives the model; none where figures alone are asked for. */
  public static Optional<Variant> ofModel(Configuration configuration) {
    List<Variant> variants = all(configuration);
    Variant last = variants.get(variants.size() - 1);
    boolean isOneOfSeveral = variants.size() > 1 && last.kind() != Kind.EVERYBODY;
    return isOneOfSeveral ? Optional.empty() : Optional.of(last);
  }

  /** The variant of a job. */
  static Variant ofJob(Configuration configuration) {
    return new Variant(configuration.get(JOB, HOLDOUT_NAME));
  }

  /** Makes a job run this variant. */
  public void applyTo(Configuration job) {
    job.set(JOB, name);
  }

  /** Where this variant's part of a dataset is. */
  public Path in(Path dataset) {
    return new Path(dataset, name);
  }

  /**
   * Where its evaluation is: a folder of its own for a fold or a repetition, the folder itself for
   * the one hold-out.
   */
  public Path evaluationIn(Path dataset) {
    return name.equals(HOLDOUT_NAME) ? dataset : in(dataset);
  }

  /** Whether it holds students out, so that it can be evaluated. */
  public boolean isEvaluated() {
    return kind() != Kind.EVERYBODY;
  }

  Kind kind() {
    if (name.equals(EVERYBODY_NAME)) {
      return Kind.EVERYBODY;
    }
    return name.startsWith(FOLD_PREFIX) ? Kind.FOLD : Kind.HOLDOUT;
  }

  /** Number of the fold, from 1. */
  int fold() {
    return Integer.parseInt(name.split("-", -1)[1]);
  }

  /** Number of the repetition, from 1. */
  int run() {
    int at = name.indexOf(RUN_PREFIX);
    return at < 0 ? 1 : Integer.parseInt(name.substring(at + RUN_PREFIX.length()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variant && name.equals(((Variant) other).name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}

package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.prior.PooledPrior;
import org.gradus.model.prior.TopicMeans;

/** What every exercise's theta is shrunk toward, and how strongly. Immutable. */
public final class ExercisePrior {
  /** Which prior. */
  public static final Key<Kind> KIND =
      Key.choice(
              "gradus.prior.kind",
              Kind.POOLED,
              Kind.class,
              "What the theta of an exercise is shrunk toward: pooled, a theta estimated over all exercises; none, zero (the prior step is left out).")
          .withOption("--prior");

  /** The topics of exercises. */
  public static final Key<String> TOPICS =
      Key.text(
              "gradus.prior.topics",
              "",
              "Table, at most 8 MiB, with the columns exercise_id and topic: exercises of a topic are shrunk toward a theta of the topic, and these toward the pooled one, as strongly as the data say; empty for none.")
          .withOption("--topics");

  /** Strength of the shrinkage. */
  public static final Key<String> RIDGE =
      Key.text(
              "gradus.train.ridge",
              "auto",
              "Strength of the shrinkage: auto, as estimated with the pooled prior for each feature (30 without a prior); auto*2 and the like, so many times that; or a number"
                  + " from 0, for standardised features with the pooled prior and for plain features without.")
          .withOption("--ridge");

  /** File of the pooled prior. */
  public static final String FILE = "gradus.internal.prior-file";

  private static final String AUTO = "auto";
  private static final double AUTO_WITHOUT_PRIOR = 30;
  private static final double UNSEEN_LOGIT = StrictMath.log(0.8 / 0.2);

  private final GaussianPrior gaussian;
  private final double[] unseenTheta;
  private final TopicMeans topics;

  private ExercisePrior(GaussianPrior gaussian, double[] unseenTheta, TopicMeans topics) {
    this.gaussian = gaussian;
    this.unseenTheta = unseenTheta;
    this.topics = topics;
  }

  /** Kinds of prior. */
  public enum Kind {
    /** A theta estimated over all exercises. */
    POOLED,
    /** Zero. */
    NONE
  }

  /** The keys that decide. */
  public static List<Key<?>> keys() {
    return List.of(KIND, RIDGE);
  }

  /** Whether the prior step is needed. */
  public static boolean isPooled(Configuration configuration) {
    return KIND.get(configuration) == Kind.POOLED;
  }

  /**
   * Refuses a ridge that is neither {@code auto}, a multiple of it, nor a number from 0, and topics
   * without a pooled prior.
   *
   * @throws SettingsException naming it
   */
  public static void validate(Configuration configuration) {
    ridge(configuration);
    if (TOPICS.isSet(configuration) && !isPooled(configuration)) {
      throw new SettingsException(
          "--topics "
              + TOPICS.get(configuration)
              + " has no use with --prior none: topics are levels of the pooled prior; leave one of the two out.");
    }
  }

  /** The ridge that is set: a number, or a multiple of what is estimated. */
  private static Ridge ridge(Configuration configuration) {
    String text = RIDGE.get(configuration);
    boolean estimated = text.equals(AUTO) || text.startsWith(AUTO + "*");
    String number = text.equals(AUTO) ? "1" : estimated ? text.substring(AUTO.length() + 1) : text;
    try {
      double value = Double.parseDouble(number);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return new Ridge(estimated, value);
      }
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static SettingsException refusal(String text) {
    return new SettingsException(
        "--ridge is '" + text + "' but must be auto, auto*NUMBER or a number from 0.");
  }

  /** The prior that the settings ask for, read from the prior step's output if it is pooled. */
  public static ExercisePrior of(Configuration configuration, FeatureSet featureSet)
      throws IOException {
    Ridge ridge = ridge(configuration);
    if (isPooled(configuration)) {
      PooledPrior pooled =
          PooledPrior.fromJson(JsonFile.read(new Path(configuration.get(FILE)), configuration));
      return new ExercisePrior(
          ridge.estimated ? pooled.gaussianTimes(ridge.value) : pooled.gaussian(ridge.value),
          pooled.mean(),
          pooled.topics());
    }
    double strength = ridge.estimated ? AUTO_WITHOUT_PRIOR * ridge.value : ridge.value;
    double[] unseen = new double[featureSet.size()];
    int bias = featureSet.features().indexOf("bias");
    if (bias >= 0) {
      unseen[bias] = UNSEEN_LOGIT;
    }
    return new ExercisePrior(
        GaussianPrior.ridge(featureSet.size(), strength), unseen, TopicMeans.NONE);
  }

  /** The same around the mean of the exercise's topic; this one if it has none. */
  public ExercisePrior inTopicOf(String exercise) {
    return topics
        .of(exercise)
        .map(mean -> new ExercisePrior(GaussianPrior.of(mean, gaussian.precisions()), mean, topics))
        .orElse(this);
  }

  /** The means of topics, none where exercises have no topics. */
  public TopicMeans topics() {
    return topics;
  }

  /** The prior of the theta of an exercise without a topic. */
  public GaussianPrior gaussian() {
    return gaussian;
  }

  /** Whether it leaves theta free, so that rows of one class would send it to infinity. */
  public boolean isFlat() {
    for (int j = 0; j < gaussian.columns(); j++) {
      if (gaussian.precision(j) == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The theta of an exercise that no training student has tried: the pooled one, or its topic's;
   * without a pooled prior P = 0.8, what the published model says before the first attempt.
   */
  public double[] unseenTheta() {
    return unseenTheta.clone();
  }

  /** A strength, or a multiple of the estimated ones. */
  private static final class Ridge {
    private final boolean estimated;
    private final double value;

    Ridge(boolean estimated, double value) {
      this.estimated = estimated;
      this.value = value;
    }
  }
}

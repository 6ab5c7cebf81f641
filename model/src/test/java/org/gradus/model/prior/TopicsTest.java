package org.gradus.model.prior;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.junit.Before;
import org.junit.Test;

/**
 * Planted topics: one coefficient is the same everywhere, one differs from topic to topic and a
 * little inside, and two columns are like that one's but for noise. Of each exercise the first
 * attempts are for training, few of them, the others are held out.
 */
public class TopicsTest {
  private static final List<String> FEATURES = List.of("bias", "same", "differing", "like", "too");
  private static final int TOPICS = 8;
  private static final int EXERCISES = 12 * TOPICS;
  private static final int TRAINING = 60;
  private static final int ATTEMPTS = 220;

  private final double[] planted = new double[TOPICS];
  private final List<float[][]> rows = new ArrayList<>();
  private final List<boolean[]> outcomes = new ArrayList<>();

  @Before
  public void plant() {
    Random random = new Random(21);
    Arrays.setAll(planted, topic -> 0.5 + random.nextGaussian());
    for (int e = 0; e < EXERCISES; e++) {
      double differing = planted[e % TOPICS] + 0.3 * random.nextGaussian();
      float[][] own = new float[ATTEMPTS][];
      boolean[] correct = new boolean[ATTEMPTS];
      for (int i = 0; i < ATTEMPTS; i++) {
        float same = (float) random.nextGaussian();
        float other = (float) random.nextGaussian();
        float like = (float) (other + random.nextGaussian());
        float too = (float) (other + random.nextGaussian());
        own[i] = new float[] {1, same, other, like, too};
        correct[i] = random.nextDouble() < 1 / (1 + Math.exp(-0.3 - same - differing * other));
      }
      rows.add(own);
      outcomes.add(correct);
    }
  }

  private static String name(int exercise) {
    return "exercise " + exercise;
  }

  private static Map<String, String> topics(IntFunction<Object> topic) {
    Map<String, String> topicOf = new TreeMap<>();
    for (int e = 0; e < EXERCISES; e++) {
      topicOf.put(name(e), topic.apply(e).toString());
    }
    return topicOf;
  }

  private static Map<String, String> trueTopics() {
    return topics(e -> e % TOPICS);
  }

  private static Map<String, String> randomTopics() {
    Random random = new Random(5);
    return topics(e -> random.nextInt(TOPICS));
  }

  private PooledPrior estimate(Map<String, String> topicOf) {
    return estimate(topicOf, 2);
  }

  private PooledPrior estimate(Map<String, String> topicOf, int threads) {
    return estimate(topicOf, threads, TRAINING, 5);
  }

  private PooledPrior estimate(Map<String, String> topicOf, int threads, int attempts, int rounds) {
    EmpiricalBayes estimate =
        new EmpiricalBayes(
            FEATURES, new Blocks(new int[] {1, 1, 1, 1, 1}, new boolean[5]), topicOf);
    for (int e = 0; e < EXERCISES; e++) {
      for (int i = 0; i < attempts; i++) {
        estimate.append("student", rows.get(e)[i], outcomes.get(e)[i]);
      }
      estimate.endExercise(name(e));
    }
    return estimate.fit(rounds, threads, () -> {});
  }

  /** Held-out log loss in nats, of the exercises' own thetas or of what predicts for new ones. */
  private double loss(PooledPrior prior, boolean asNew) {
    return loss(prior, asNew, TRAINING);
  }

  private double loss(PooledPrior prior, boolean asNew, int attempts) {
    double sum = 0;
    for (int e = 0; e < EXERCISES; e++) {
      double[] mean = prior.topics().of(name(e)).orElse(prior.mean());
      double[] theta = asNew ? mean : theta(e, GaussianPrior.of(mean, prior.precision()), attempts);
      for (int i = TRAINING; i < ATTEMPTS; i++) {
        double logit = 0;
        for (int j = 0; j < theta.length; j++) {
          logit += theta[j] * rows.get(e)[i][j];
        }
        sum += Math.log1p(Math.exp(outcomes.get(e)[i] ? -logit : logit));
      }
    }
    return sum / EXERCISES / (ATTEMPTS - TRAINING);
  }

  private double[] theta(int exercise, GaussianPrior prior, int attempts) {
    ExampleMatrix examples = new ExampleMatrix(FEATURES.size());
    for (int i = 0; i < attempts; i++) {
      examples.append(rows.get(exercise)[i], outcomes.get(exercise)[i]);
    }
    return LogisticFit.fit(examples, prior, prior.means(), FitOptions.defaults()).theta();
  }

  /** What one more of the differing column, and with it of those like it, adds to the logit. */
  private static double differing(double[] theta) {
    return theta[2] + theta[3] + theta[4];
  }

  @Test
  public void exercisesOfTopicsThatDifferArePredictedBetter() {
    PooledPrior one = estimate(Map.of());
    PooledPrior two = estimate(trueTopics());
    assertTrue(
        loss(two, false) + " " + loss(one, false), loss(two, false) < loss(one, false) - .003);
    assertTrue(loss(two, true) + " " + loss(one, true), loss(two, true) < loss(one, true) - .02);
  }

  @Test
  public void theMeansOfTopicsAreFound() {
    PooledPrior prior = estimate(trueTopics());
    for (int topic = 0; topic < TOPICS; topic++) {
      double[] mean = prior.topics().of(name(topic)).orElseThrow();
      assertEquals("topic " + topic, planted[topic], differing(mean), 0.45);
      assertEquals("what does not differ", prior.mean()[1], mean[1], 0.1);
    }
  }

  @Test
  public void topicsThatDoNotDifferBecomeOneLevel() {
    PooledPrior one = estimate(Map.of());
    PooledPrior two = estimate(randomTopics());
    assertEquals(loss(one, false), loss(two, false), 0.0005);
    for (int topic = 0; topic < TOPICS; topic++) {
      double[] mean = two.topics().of(name(topic)).orElseThrow();
      assertEquals("topic " + topic, differing(two.mean()), differing(mean), 0.1);
    }
  }

  @Test
  public void howFarExercisesStrayIsTakenFromTheirTopic() {
    double strayFromAll = estimate(Map.of()).precision()[2];
    double strayFromTopic = estimate(trueTopics()).precision()[2];
    assertTrue(strayFromTopic + " " + strayFromAll, strayFromTopic > 2 * strayFromAll);
  }

  /** With so few attempts either level could stand in for the other, and they could take turns. */
  @Test
  public void noRoundIsWorseThanOneLevel() {
    int attempts = 20;
    for (int rounds = 4; rounds <= 8; rounds++) {
      double one = loss(estimate(Map.of(), 2, attempts, rounds), false, attempts);
      double two = loss(estimate(trueTopics(), 2, attempts, rounds), false, attempts);
      assertTrue(rounds + ": " + two + " " + one, two < one);
    }
  }

  @Test
  public void topicsOfOtherExercisesChangeNothing() {
    PooledPrior none = estimate(Map.of());
    PooledPrior others = estimate(Map.of("another", "topic"));
    assertEquals(JsonWriter.write(none.toJson()), JsonWriter.write(others.toJson()));
    assertFalse(none.toJson().containsKey("topics"));
  }

  @Test
  public void neitherThreadsNorNamesMatter() {
    PooledPrior one = estimate(trueTopics(), 1);
    PooledPrior seven = estimate(trueTopics(), 7);
    assertEquals(JsonWriter.write(one.toJson()), JsonWriter.write(seven.toJson()));
    PooledPrior renamed = estimate(topics(e -> TOPICS - e % TOPICS), 2);
    assertArrayEquals(one.precision(), renamed.precision(), 0);
    for (int e = 0; e < EXERCISES; e++) {
      assertArrayEquals(
          one.topics().of(name(e)).orElseThrow(), renamed.topics().of(name(e)).orElseThrow(), 0);
    }
  }

  @Test
  public void newExercisesOfATopicHaveItsMeanAlsoAfterJson() {
    Map<String, String> topicOf = trueTopics();
    topicOf.put("new", "3");
    topicOf.put("of a new topic", "new");
    PooledPrior prior = estimate(topicOf);
    PooledPrior copy =
        PooledPrior.fromJson(JsonReader.readObject(JsonWriter.write(prior.toJson())));
    for (TopicMeans topics : List.of(prior.topics(), copy.topics())) {
      assertArrayEquals(
          prior.topics().of(name(3)).orElseThrow(), topics.of("new").orElseThrow(), 0);
      assertFalse(topics.of("of a new topic").isPresent());
      assertFalse(topics.of("unknown").isPresent());
    }
  }
}

package org.gradus.model.simulate;

import java.util.List;
import java.util.Locale;

/** One student of a simulated class: what is planted, and what follows from it. Immutable. */
public final class SimulatedStudent {
  /** A student has at most this many times the mean number of attempts. */
  public static final int MOST_TIMES_MEAN = 50;

  private static final double ATTEMPTS_SPREAD = 0.8;
  private static final double LEARNING_SPREAD = 0.5;

  private final SimulatedClass simulated;
  private final int index;
  private final double ability;
  private final double learningRate;
  private final int numberOfAttempts;
  private final int joinDay;

  SimulatedStudent(SimulatedClass simulated, int index) {
    this.simulated = simulated;
    this.index = index;
    ClassOptions options = simulated.options();
    RandomStream random = new RandomStream(options.whole(ClassOption.SEED), Purpose.STUDENT, index);
    ability = options.number(ClassOption.STUDENT_SPREAD) * random.gaussian();
    learningRate = random.logNormal(1, LEARNING_SPREAD);
    double mean = options.number(ClassOption.MEAN_ATTEMPTS);
    double attempts = Math.min(MOST_TIMES_MEAN * mean, random.logNormal(mean, ATTEMPTS_SPREAD));
    numberOfAttempts = (int) Math.max(1, Math.rint(attempts));
    joinDay = random.below(options.count(ClassOption.JOIN_DAYS));
  }

  /** Id, unique in the class. */
  public String id() {
    return String.format(Locale.ROOT, "student-%06d", index + 1);
  }

  /** General ability in logits; mean 0 over many students. */
  public double ability() {
    return ability;
  }

  /** Factor on what an attempt teaches; mean 1 over many students. */
  public double learningRate() {
    return learningRate;
  }

  /**
   * Number of attempts: log-normal with the mean of the options, at least 1 and at most {@link
   * #MOST_TIMES_MEAN} times the mean.
   */
  public int numberOfAttempts() {
    return numberOfAttempts;
  }

  /**
   * How much better the student is in an exercise than the general ability says, before any
   * practice, in logits: one half of the variance is by topic, the other by exercise.
   *
   * @param exercise index of the exercise, from 0
   */
  public double deviation(int exercise) {
    ClassOptions options = simulated.options();
    int topic = simulated.exercises().get(exercise).topic();
    double sum =
        standard(Purpose.TOPIC_DEVIATION, topic) + standard(Purpose.EXERCISE_DEVIATION, exercise);
    return options.number(ClassOption.DEVIATION_SPREAD) * Math.sqrt(0.5) * sum;
  }

  /** The {@link SimulatedAttempt#lot()} of the attempt with this number, from 0. */
  long lot(int number) {
    return new RandomStream(simulated.options().whole(ClassOption.SEED), Purpose.LOT, index, number)
        .nextLong();
  }

  private double standard(Purpose purpose, int of) {
    return new RandomStream(simulated.options().whole(ClassOption.SEED), purpose, index, of)
        .gaussian();
  }

  /** Everything the student does, oldest first, at strictly rising times. */
  public List<SimulatedAttempt> attempts() {
    RandomStream random =
        new RandomStream(simulated.options().whole(ClassOption.SEED), Purpose.PRACTICE, index);
    return new Practice(simulated, this, random).attempts(joinDay, numberOfAttempts);
  }
}

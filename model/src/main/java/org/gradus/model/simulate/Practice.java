package org.gradus.model.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.attempt.Attempt;

/**
 * One student practising: sessions of about 15 attempts on separate days, runs of about 5 attempts
 * on one exercise, answers that take longer and need more hints where the student is weak.
 */
final class Practice {
  private static final long DAY = 86_400_000L;
  private static final double AGAIN_IN_SESSION = 1 - 1 / 15.0;
  private static final double AGAIN_IN_RUN = 1 - 1 / 5.0;
  private static final double DAYS_BETWEEN_SESSIONS = 2;
  private static final double MOST_LEARNED = 2;
  private static final int LONGEST_SECONDS = 1800;

  private final SimulatedClass simulated;
  private final ClassOptions options;
  private final SimulatedStudent student;
  private final RandomStream random;
  private final Map<Integer, Skill> skills = new HashMap<>();
  private long day;
  private long epochMillis;
  private int exercise;

  Practice(SimulatedClass simulated, SimulatedStudent student, RandomStream random) {
    this.simulated = simulated;
    this.options = simulated.options();
    this.student = student;
    this.random = random;
  }

  /** What the student is able to do in one exercise. */
  private static final class Skill {
    private final double start;
    private double learned;
    private int opportunities;

    Skill(double start) {
      this.start = start;
    }
  }

  List<SimulatedAttempt> attempts(int joinDay, int number) {
    List<SimulatedAttempt> attempts = new ArrayList<>(number);
    day = joinDay;
    startSession();
    for (int i = 0; i < number; i++) {
      if (random.uniform() >= AGAIN_IN_SESSION) {
        day += 1 + (long) random.exponential(DAYS_BETWEEN_SESSIONS - 1);
        startSession();
      } else if (random.uniform() >= AGAIN_IN_RUN) {
        exercise = simulated.exercisePopularity().draw(random);
      }
      attempts.add(attempt(student.lot(i)));
    }
    return attempts;
  }

  /** Opens a session between 8 and 20 hours of the day. */
  private void startSession() {
    long start =
        options.whole(ClassOption.START_EPOCH_MILLIS)
            + day * DAY
            + 8 * DAY / 24
            + random.below(43_200_000);
    epochMillis = Math.max(epochMillis, start);
    exercise = simulated.exercisePopularity().draw(random);
  }

  private SimulatedAttempt attempt(long lot) {
    SimulatedExercise practised = simulated.exercises().get(exercise);
    SimulatedItem item = practised.items().get(simulated.itemPopularity().draw(random));
    Skill skill =
        skills.computeIfAbsent(exercise, e -> new Skill(student.ability() + student.deviation(e)));
    double logit = skill.start + skill.learned - practised.difficulty() - item.difficulty();
    double probability = probability(logit);
    boolean correct = random.uniform() < probability;
    Attempt attempt = answer(practised, item, logit, correct);
    skill.opportunities++;
    learn(skill, correct);
    return new SimulatedAttempt(attempt, probability, skill.opportunities, lot);
  }

  private double probability(double logit) {
    double able = 1 / (1 + StrictMath.exp(-logit));
    return options.number(ClassOption.GUESS)
        + (1 - options.number(ClassOption.GUESS) - options.number(ClassOption.SLIP)) * able;
  }

  private void learn(Skill skill, boolean correct) {
    double step =
        correct
            ? options.number(ClassOption.LEARNED_FROM_CORRECT)
            : options.number(ClassOption.LEARNED_FROM_WRONG);
    double left = 1 - skill.learned / MOST_LEARNED;
    skill.learned +=
        Math.min(1, student.learningRate() * step / MOST_LEARNED) * left * MOST_LEARNED;
  }

  private Attempt answer(
      SimulatedExercise practised, SimulatedItem item, double logit, boolean correct) {
    double askForHint = Math.min(0.6, Math.max(0.1, 0.3 - 0.1 * logit));
    int hints = correct ? 0 : random.runs(askForHint, 5);
    int answers = correct ? 1 : random.runs(0.4, 8) + (hints > 0 ? 1 : 2);
    int tenths = tenthsTaken(practised.typicalSeconds(), logit, hints, answers);
    epochMillis += 100L * tenths + 1000 + random.below(9000);
    return Attempt.on(practised.name())
        .item(item.name())
        .problemType(item.problemType())
        .correct(correct)
        .epochMillis(epochMillis)
        .secondsTaken(tenths / 10f)
        .hints(hints)
        .answers(answers)
        .build();
  }

  /** Response time in tenths of a second, from 1 second to half an hour. */
  private int tenthsTaken(double typicalSeconds, double logit, int hints, int answers) {
    double hard = StrictMath.exp(Math.min(2, Math.max(-2, -0.25 * logit)));
    double work = 1 + 0.2 * hints + 0.3 * (answers - 1);
    double seconds = random.logNormal(typicalSeconds * hard * work, 0.5);
    return (int) Math.rint(10 * Math.min(LONGEST_SECONDS, Math.max(1, seconds)));
  }
}

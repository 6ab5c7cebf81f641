package org.gradus.model.difficulty;

import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.hash.StableHash;

/**
 * Corrects and attempts of training students by (exercise, item), by exercise, by {@link
 * Transition} and in all, and the shrunken logits that follow. Filled once with {@link #add} and
 * {@link #addTransition}, then only read, by any number of threads. About 100 bytes an item or
 * transition.
 *
 * <p>With c corrects in n attempts, strength s and the rate r of the level above, the shrunken rate
 * is (c + s r) / (n + s), the posterior mean under a Beta(s r, s (1 - r)) prior.
 */
public final class DifficultyTable {
  /** The rate above all exercises when nothing is known at all. */
  private static final double START_RATE = 0.7;

  /**
   * From so many attempts on, the rate of an exercise is the same for all students. Leaving out the
   * own answers of each would hardly change it, yet that small change is the negative of the
   * student's own record, and within one exercise there is nothing else for a fit to see in this
   * feature.
   */
  private static final long LARGE = 50;

  /** The same for the rate above all exercises. */
  private static final long LARGE_TABLE = 1000;

  private final double exerciseStrength;
  private final double itemStrength;
  private final CountTable items = new CountTable();
  private final CountTable exercises = new CountTable();
  private final CountTable transitions = new CountTable();
  private long corrects;
  private long attempts;

  /**
   * An empty table.
   *
   * @param exerciseStrength attempts that the overall rate counts for in an exercise's rate, above
   *     0
   * @param itemStrength attempts that the exercise's rate counts for in an item's rate, above 0
   */
  public DifficultyTable(double exerciseStrength, double itemStrength) {
    if (!(exerciseStrength > 0) || !(itemStrength > 0)) {
      throw new IllegalArgumentException(
          "shrinkage strengths must be above 0, not " + exerciseStrength + " and " + itemStrength);
    }
    this.exerciseStrength = exerciseStrength;
    this.itemStrength = itemStrength;
  }

  /** Adds the counts of one item of one exercise; an empty item counts for the exercise only. */
  public void add(String exercise, String item, long moreCorrects, long moreAttempts) {
    if (moreAttempts < 1 || moreCorrects < 0 || moreCorrects > moreAttempts) {
      throw new IllegalArgumentException(
          "counts of "
              + exercise
              + "/"
              + item
              + " cannot be "
              + moreCorrects
              + " of "
              + moreAttempts);
    }
    corrects += moreCorrects;
    attempts += moreAttempts;
    exercises.add(StableHash.of(exercise), moreCorrects, moreAttempts);
    if (!item.isEmpty()) {
      items.add(StableHash.of(exercise, item), moreCorrects, moreAttempts);
    }
  }

  /** Sets the offset of an item that has counts. */
  public void setOffset(String exercise, String item, double offset) {
    items.setValue(StableHash.of(exercise, item), offset);
  }

  /** Adds the counts of one transition, by its key in a {@link Trail}. */
  public void addTransition(long key, long moreCorrects, long moreAttempts) {
    transitions.add(key, moreCorrects, moreAttempts);
  }

  /** The difficulties as a student sees them who is not in the table. */
  public DifficultyView view() {
    return new DifficultyView(this, new OwnCounts(0));
  }

  /**
   * The difficulties as a student sees them whose answers, all of which must be in the table, are
   * to be learned from: items, and exercises of fewer than 50 attempts, without the own answers; a
   * transition by a {@link RandomHalf} of the others' answers.
   *
   * <p>Without the own answers alone, rates of the same transition would differ between students by
   * these answers and nothing else, which gives the outcomes away wherever many students make it.
   * Between random halves they differ by chance, much more than by one answer, so that nothing can
   * be read from it. Items of an exercise differ by more than chance; they keep all the others'
   * answers.
   */
  public DifficultyView without(StudentHistory history) {
    OwnCounts own = new OwnCounts(StableHash.of("half", history.student()));
    history.attempts().forEach(own::add);
    if (transitions.size() > 0) {
      Trail.walk(history, own::add);
    }
    return new DifficultyView(this, own);
  }

  /** Number of distinct (exercise, item) pairs. */
  public int itemCount() {
    return items.size();
  }

  /** Number of attempts of training students in the table. */
  public long attempts() {
    return attempts;
  }

  Difficulty difficulty(String exercise, String item, OwnCounts own) {
    long exerciseKey = StableHash.of(exercise);
    boolean largeTable = attempts >= LARGE_TABLE;
    double overall =
        shrunken(
            corrects - (largeTable ? 0 : own.corrects()),
            attempts - (largeTable ? 0 : own.attempts()),
            START_RATE,
            1);
    long exerciseAttempts = exercises.attempts(exerciseKey);
    long exerciseCorrects = exercises.corrects(exerciseKey);
    if (exerciseAttempts < LARGE) {
      exerciseAttempts -= own.exercises.attempts(exerciseKey);
      exerciseCorrects -= own.exercises.corrects(exerciseKey);
    }
    double exerciseRate = shrunken(exerciseCorrects, exerciseAttempts, overall, exerciseStrength);
    double itemRate = exerciseRate;
    long itemAttempts = 0;
    double offset = 0;
    if (!item.isEmpty()) {
      long itemKey = StableHash.of(exercise, item);
      itemAttempts = items.attempts(itemKey) - own.items.attempts(itemKey);
      long itemCorrects = items.corrects(itemKey) - own.items.corrects(itemKey);
      itemRate = shrunken(itemCorrects, itemAttempts, exerciseRate, itemStrength);
      offset = items.value(itemKey);
    }
    return new Difficulty(exerciseRate, exerciseAttempts, itemRate, itemAttempts, offset);
  }

  /** See {@link DifficultyView#shift}. */
  double shift(long key, double logit, double strength, OwnCounts own) {
    if (key == Trail.NONE) {
      return 0;
    }
    long ownCount = own.transitions.attempts(key);
    long count = transitions.attempts(key) - ownCount;
    long correct = transitions.corrects(key) - own.transitions.corrects(key);
    if (count <= 0) {
      return 0;
    }
    double above = 1 / (1 + StrictMath.exp(-logit));
    double rate =
        ownCount == 0
            ? shrunken(correct, count, above, strength)
            : new RandomHalf(correct, count, StableHash.mix(own.seed ^ key))
                .shrunken(above, strength);
    return StrictMath.log(rate / (1 - rate)) - logit;
  }

  private static double shrunken(long corrects, long attempts, double rateAbove, double strength) {
    double correctAnswers = (double) corrects;
    double answers = (double) attempts;
    return (correctAnswers + strength * rateAbove) / (answers + strength);
  }

  /** What one student contributed to a table. */
  static final class OwnCounts {
    private final long seed;
    private final CountTable items = new CountTable();
    private final CountTable exercises = new CountTable();
    private final CountTable transitions = new CountTable();
    private long corrects;
    private long attempts;

    OwnCounts(long seed) {
      this.seed = seed;
    }

    void add(Attempt attempt, long[] keys) {
      for (long key : keys) {
        if (key != Trail.NONE) {
          transitions.add(key, attempt.correct() ? 1 : 0, 1);
        }
      }
    }

    void add(Attempt attempt) {
      long correct = attempt.correct() ? 1 : 0;
      corrects += correct;
      attempts++;
      exercises.add(StableHash.of(attempt.exercise()), correct, 1);
      if (!attempt.item().isEmpty()) {
        items.add(StableHash.of(attempt.exercise(), attempt.item()), correct, 1);
      }
    }

    long corrects() {
      return corrects;
    }

    long attempts() {
      return attempts;
    }
  }
}

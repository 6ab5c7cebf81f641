package org.gradus.model.attempt;

import java.util.Objects;

/**
 * One student's graded answer to one question, as a log tells it. Immutable.
 *
 * <p>{@code exercise} is what one model is trained for (other data sets call it skill or knowledge
 * component), {@code item} the concrete question inside it, {@code problemType} an optional
 * sub-kind of the exercise. Texts that the log does not have are empty, numbers that it does not
 * have are {@link #UNKNOWN_TIME}, {@link Float#NaN} or {@link #UNKNOWN_COUNT}.
 */
public final class Attempt {
  /** {@link #epochMillis()} of an attempt whose log has no clock. */
  public static final long UNKNOWN_TIME = Long.MIN_VALUE;

  /** {@link #hints()} or {@link #answers()} of an attempt whose log does not count them. */
  public static final int UNKNOWN_COUNT = -1;

  private final String exercise;
  private final String item;
  private final String problemType;
  private final boolean correct;
  private final long epochMillis;
  private final long order;
  private final float secondsTaken;
  private final int hints;
  private final int answers;
  private final String fold;
  private final boolean repeat;

  private Attempt(Builder builder) {
    exercise = builder.exercise;
    item = builder.item;
    problemType = builder.problemType;
    correct = builder.correct;
    epochMillis = builder.epochMillis;
    order = builder.order;
    secondsTaken = builder.secondsTaken;
    hints = builder.hints;
    answers = builder.answers;
    fold = builder.fold;
    repeat = builder.repeat;
  }

  /**
   * Starts an attempt on {@code exercise}.
   *
   * @param exercise non-empty name of the exercise
   */
  public static Builder on(String exercise) {
    return new Builder(exercise);
  }

  /** Name of the exercise, never empty. */
  public String exercise() {
    return exercise;
  }

  /** Name of the concrete question, empty when the log has none. */
  public String item() {
    return item;
  }

  /** Sub-kind of the exercise, empty when the log has none. */
  public String problemType() {
    return problemType;
  }

  /** Whether the attempt was finished on the first answer with no hints. */
  public boolean correct() {
    return correct;
  }

  /** When, in milliseconds since 1970-01-01T00:00Z, or {@link #UNKNOWN_TIME}. */
  public long epochMillis() {
    return epochMillis;
  }

  /**
   * Position given by the log, to order attempts of equal or unknown time; 0 when the log gives
   * none.
   */
  public long order() {
    return order;
  }

  /** Time the student took, in seconds, or NaN. */
  public float secondsTaken() {
    return secondsTaken;
  }

  /** Number of hints asked for, or {@link #UNKNOWN_COUNT}. */
  public int hints() {
    return hints;
  }

  /** Number of answers given until done, or {@link #UNKNOWN_COUNT}. */
  public int answers() {
    return answers;
  }

  /**
   * Fold or split that the log assigns to this row ({@code train}, {@code test}, {@code 3}), empty
   * when none.
   */
  public String fold() {
    return fold;
  }

  /**
   * Whether this tells of the same answer as the attempt before it in the history, for another
   * exercise: where a problem needs several skills, a log may have one row for each.
   */
  public boolean repeat() {
    return repeat;
  }

  /** The same attempt with {@link #repeat()} set. */
  public Attempt asRepeat() {
    return copy().repeat(true).build();
  }

  /** The same on another item of the exercise, or on none if the name is empty. */
  public Attempt withItem(String newItem) {
    return copy().item(newItem).build();
  }

  private Builder copy() {
    return new Builder(exercise)
        .item(item)
        .problemType(problemType)
        .correct(correct)
        .epochMillis(epochMillis)
        .order(order)
        .secondsTaken(secondsTaken)
        .hints(hints)
        .answers(answers)
        .fold(fold)
        .repeat(repeat);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Attempt)) {
      return false;
    }
    Attempt that = (Attempt) other;
    return exercise.equals(that.exercise)
        && item.equals(that.item)
        && problemType.equals(that.problemType)
        && correct == that.correct
        && epochMillis == that.epochMillis
        && order == that.order
        && Float.compare(secondsTaken, that.secondsTaken) == 0
        && hints == that.hints
        && answers == that.answers
        && fold.equals(that.fold)
        && repeat == that.repeat;
  }

  @Override
  public int hashCode() {
    return Objects.hash(exercise, item, correct, epochMillis, order);
  }

  @Override
  public String toString() {
    return "Attempt["
        + exercise
        + "/"
        + item
        + (correct ? " correct" : " wrong")
        + " time "
        + epochMillis
        + " order "
        + order
        + (repeat ? " repeat" : "")
        + "]";
  }

  /** Collects the parts of one {@link Attempt}; every part but the exercise may be left out. */
  public static final class Builder {
    private final String exercise;
    private String item = "";
    private String problemType = "";
    private boolean correct;
    private long epochMillis = UNKNOWN_TIME;
    private long order;
    private float secondsTaken = Float.NaN;
    private int hints = UNKNOWN_COUNT;
    private int answers = UNKNOWN_COUNT;
    private String fold = "";
    private boolean repeat;

    private Builder(String exercise) {
      if (exercise.isEmpty()) {
        throw new IllegalArgumentException("an attempt needs a non-empty exercise");
      }
      this.exercise = exercise;
    }

    /** Sets {@link Attempt#item()}. */
    public Builder item(String value) {
      item = Objects.requireNonNull(value, "item");
      return this;
    }

    /** Sets {@link Attempt#problemType()}. */
    public Builder problemType(String value) {
      problemType = Objects.requireNonNull(value, "problemType");
      return this;
    }

    /** Sets {@link Attempt#correct()}. */
    public Builder correct(boolean value) {
      correct = value;
      return this;
    }

    /** Sets {@link Attempt#epochMillis()}. */
    public Builder epochMillis(long value) {
      epochMillis = value;
      return this;
    }

    /** Sets {@link Attempt#order()}. */
    public Builder order(long value) {
      order = value;
      return this;
    }

    /** Sets {@link Attempt#secondsTaken()}. */
    public Builder secondsTaken(float value) {
      secondsTaken = value;
      return this;
    }

    /** Sets {@link Attempt#hints()}. */
    public Builder hints(int value) {
      hints = value;
      return this;
    }

    /** Sets {@link Attempt#answers()}. */
    public Builder answers(int value) {
      answers = value;
      return this;
    }

    /** Sets {@link Attempt#fold()}. */
    public Builder fold(String value) {
      fold = Objects.requireNonNull(value, "fold");
      return this;
    }

    /** Sets {@link Attempt#repeat()}. */
    public Builder repeat(boolean value) {
      repeat = value;
      return this;
    }

    /** The attempt. */
    public Attempt build() {
      return new Attempt(this);
    }
  }
}

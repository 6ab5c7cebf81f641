package org.gradus.model.baseline;

import java.util.Locale;

/** The baselines there are, with the columns that each needs of a replay. */
public enum BaselineKind {
  /** Rasch model. */
  IRT {
    @Override
    public Baseline newBaseline() {
      return new IrtBaseline();
    }

    @Override
    boolean needs(Column column) {
      return column == Column.ITEM || column == Column.ABILITY;
    }
  },
  /** Performance Factors Analysis. */
  PFA {
    @Override
    public Baseline newBaseline() {
      return new PfaBaseline();
    }
  },
  /** Best-LR. */
  BEST_LR {
    @Override
    public Baseline newBaseline() {
      return new BestLrBaseline();
    }

    @Override
    boolean needs(Column column) {
      return column == Column.ITEM || column == Column.TOTALS;
    }
  },
  /** Bayesian knowledge tracing. */
  BKT {
    @Override
    public Baseline newBaseline() {
      return new BktBaseline();
    }
  };

  /** What a baseline reads from a row, besides the student's outcomes on the exercise. */
  enum Column {
    /** Log odds of the item. */
    ITEM,
    /** The student's answers to anything. */
    TOTALS,
    /** The student's ability. */
    ABILITY
  }

  /** A baseline of a new exercise. */
  public abstract Baseline newBaseline();

  /** Whether it reads a column. */
  boolean needs(Column column) {
    return false;
  }

  /** Whether the difficulty of items is part of it. */
  public boolean usesDifficulty() {
    return needs(Column.ITEM);
  }

  /** Its name in settings and reports, such as {@code best-lr}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

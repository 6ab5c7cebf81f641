package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * Ability in the Rasch model: mean and variance of what the student's answers so far say, from a
 * standard normal prior, with items as difficult as training students found them. One step of
 * Newton's method for each answer (a Laplace update, Glickman 1999); unlike {@link AbilityBlock}
 * one ability for everything and for ever, so that the two numbers hold all that the answers say
 * and another prior can be put in place of the standard one.
 *
 * <p>Costs 8 bytes a row, 16 bytes a student, one exponential an answer.
 */
public final class RaschBlock implements FeatureBlock {
  /** Slope that turns marginal log odds into conditional ones, for ability of variance 1. */
  private static final double SLOPE = StrictMath.sqrt(1 + Math.PI / 8);

  @Override
  public String name() {
    return "rasch";
  }

  @Override
  public List<String> features() {
    return List.of("rasch_mean", "rasch_variance");
  }

  @Override
  public boolean usesDifficulty() {
    return true;
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static final class State implements BlockState {
    private double mean;
    private double variance = 1;

    @Override
    public void features(Question question, float[] out, int offset) {
      out[offset] = (float) mean;
      out[offset + 1] = (float) variance;
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      double expected = 1 / (1 + StrictMath.exp(-mean - SLOPE * question.itemLogit()));
      variance = 1 / (1 / variance + expected * (1 - expected));
      mean += variance * ((attempt.correct() ? 1 : 0) - expected);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeDouble(mean);
      out.writeDouble(variance);
    }

    @Override
    public void read(DataInput in) throws IOException {
      mean = in.readDouble();
      variance = in.readDouble();
    }
  }
}

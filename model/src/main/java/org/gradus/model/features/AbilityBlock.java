package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * Ability estimated online against item difficulty. A Gaussian filter (Laplace update of a Rasch
 * model, Glickman 1999) tracks mean and variance of the student's general ability and of the
 * deviation on each exercise; an Elo rating (Pelanek 2016) tracks the fast-moving part. Variances
 * grow by a little at each answer, so that ability may drift.
 */
public final class AbilityBlock implements FeatureBlock {
  private static final double GENERAL_VARIANCE = 0.8;
  private static final double GENERAL_DRIFT = 0.005;
  private static final double LOCAL_VARIANCE = 0.8;
  private static final double LOCAL_DRIFT = 0.03;
  private static final double ELO_STEP = 0.4;

  @Override
  public String name() {
    return "ability";
  }

  @Override
  public List<String> features() {
    return List.of(
        "ability_logit",
        "ability_general",
        "ability_general_variance",
        "ability_local",
        "ability_local_variance",
        "ability_elo",
        "ability_general_squared",
        "ability_times_item");
  }

  @Override
  public boolean usesDifficulty() {
    return true;
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static final class State implements BlockState {
    private final Filter general = new Filter(GENERAL_VARIANCE);
    private final PerExercise<Filter> local = new PerExercise<>(() -> new Filter(LOCAL_VARIANCE));
    private double elo;

    @Override
    public void features(Question question, float[] out, int offset) {
      Filter here = local.peek(question.exercise());
      out[offset] = (float) (general.mean + here.mean + question.itemLogit());
      out[offset + 1] = (float) general.mean;
      out[offset + 2] = (float) general.variance;
      out[offset + 3] = (float) here.mean;
      out[offset + 4] = (float) here.variance;
      out[offset + 5] = (float) elo;
      out[offset + 6] = (float) (general.mean * general.mean);
      out[offset + 7] = (float) ((general.mean + here.mean) * question.itemLogit());
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      Filter here = local.get(question.exercise());
      double outcome = attempt.correct() ? 1 : 0;
      double expected = sigmoid(general.mean + here.mean + question.itemLogit());
      double information = expected * (1 - expected);
      double total = 1 / (1 / information + general.variance + here.variance);
      double surprise = (outcome - expected) / information;
      general.update(total, surprise, GENERAL_DRIFT);
      here.update(total, surprise, LOCAL_DRIFT);
      elo += ELO_STEP * (outcome - sigmoid(elo + question.itemLogit()));
    }

    @Override
    public void write(DataOutput out) throws IOException {
      general.write(out);
      local.write(out);
      out.writeDouble(elo);
    }

    @Override
    public void read(DataInput in) throws IOException {
      general.read(in);
      local.read(in);
      elo = in.readDouble();
    }
  }

  /** Mean and variance of one ability, in logits. */
  private static final class Filter implements PerExercise.Entry {
    private double mean;
    private double variance;

    Filter(double variance) {
      this.variance = variance;
    }

    /** Kalman update with gain variance x precision, where precision is that of the innovation. */
    void update(double precision, double surprise, double drift) {
      double gain = variance * precision;
      mean += gain * surprise;
      variance = variance * (1 - gain) + drift;
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

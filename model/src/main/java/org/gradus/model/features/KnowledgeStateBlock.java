package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.hash.StableHash;

/**
 * The 100-dimensional knowledge state: the sum of the random components of the student's
 * <em>first</em> attempt on each exercise (Khan Academy 2012). The component of (exercise, problem
 * type, correct) is a sign vector with coordinates +0.1 or -0.1, hence of unit length, by the bits
 * of a hash of that key (Achlioptas 2003): nothing is drawn, nothing is stored, and an exercise
 * created this morning has its component. Values are whole multiples of 0.1.
 */
public final class KnowledgeStateBlock implements FeatureBlock {
  /** Number of dimensions. */
  public static final int DIMENSIONS = 100;

  /** Absolute value of every coordinate of a component. */
  public static final float COORDINATE = 0.1f;

  @Override
  public String name() {
    return "state";
  }

  @Override
  public List<String> features() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < DIMENSIONS; i++) {
      names.add("state_" + i);
    }
    return names;
  }

  @Override
  public float quantum() {
    return COORDINATE;
  }

  @Override
  public boolean dependsOnQuestion() {
    return false;
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  /**
   * Adds the component of a key to {@code sums}, as +1 or -1 per dimension: bit {@code i % 64} of
   * word {@code i / 64}, where word w is {@code mix(hash + (w + 1) * GAMMA)} and the hash is {@link
   * StableHash#of(String, String, String)} of exercise, problem type and {@code "1"} or {@code
   * "0"}.
   */
  static void addComponent(String exercise, String problemType, boolean correct, int[] sums) {
    long hash = StableHash.of(exercise, problemType, correct ? "1" : "0");
    for (int word = 0; word * 64 < DIMENSIONS; word++) {
      long bits = StableHash.mix(hash + (word + 1) * StableHash.GAMMA);
      int end = Math.min(64, DIMENSIONS - word * 64);
      for (int i = 0; i < end; i++) {
        sums[word * 64 + i] += (int) ((bits >>> i) & 1) * 2 - 1;
      }
    }
  }

  private static final class State implements BlockState {
    private final int[] sums = new int[DIMENSIONS];
    private final Set<String> seen = new HashSet<>();

    @Override
    public void features(Question question, float[] out, int offset) {
      for (int i = 0; i < DIMENSIONS; i++) {
        out[offset + i] = sums[i] * COORDINATE;
      }
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      if (seen.add(question.exercise())) {
        addComponent(question.exercise(), question.problemType(), attempt.correct(), sums);
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      for (int sum : sums) {
        out.writeInt(sum);
      }
      out.writeInt(seen.size());
      for (String exercise : new TreeSet<>(seen)) {
        out.writeUTF(exercise);
      }
    }

    @Override
    public void read(DataInput in) throws IOException {
      for (int i = 0; i < DIMENSIONS; i++) {
        sums[i] = in.readInt();
      }
      seen.clear();
      for (int count = in.readInt(); count > 0; count--) {
        seen.add(in.readUTF());
      }
    }
  }
}

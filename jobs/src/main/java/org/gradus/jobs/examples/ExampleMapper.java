package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.key.PairKey;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;
import org.gradus.model.hash.StableHash;

/**
 * Replays each history and emits its rows, one trace per (student, exercise). Training students see
 * item difficulty without their own answers, held-out students see all of it, which is of training
 * students only.
 */
public final class ExampleMapper extends Mapper<Void, StudentHistory, PairKey, TraceWritable> {
  /** Which features. */
  public static final Key<String> FEATURES =
      Key.text(
              "gradus.features.set",
              "gradus",
              "Feature set (khan: the 107 published features; pfa, best-lr, das3h: published baselines; gradus: the better default) or a comma-separated list of sets and feature blocks.")
          .withOption("--features");

  /** Share of training students that are replayed; the prior step samples. */
  static final String TRAINING_SHARE = "gradus.internal.training-share";

  /** Whether held-out students are replayed at all. */
  static final String WITH_HELD_OUT = "gradus.internal.with-held-out";

  private static final int LARGEST_BUFFER = 32 << 20;
  private static final int CHECKED_EVERY = 1024;

  private final Map<String, TraceEncoder> traces = new LinkedHashMap<>();
  private final Map<String, Integer> chunks = new LinkedHashMap<>();
  private final PairKey key = new PairKey();
  private final TraceWritable trace = new TraceWritable();
  private FeatureSet featureSet;
  private DifficultyTable difficulty;
  private StudentSplit split;
  private double trainingShare;
  private boolean withHeldOut;
  private float[] features;

  /**
   * The feature set in force.
   *
   * @throws SettingsException when there is none of that name
   */
  public static FeatureSet featureSet(Configuration configuration) {
    try {
      return FeatureSet.of(FEATURES.get(configuration));
    } catch (IllegalArgumentException e) {
      throw new SettingsException("--features cannot be used: " + e.getMessage() + ".");
    }
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    featureSet = featureSet(configuration);
    features = new float[featureSet.size()];
    split = StudentSplit.of(configuration);
    trainingShare = configuration.getDouble(TRAINING_SHARE, 1);
    withHeldOut = configuration.getBoolean(WITH_HELD_OUT, true);
    difficulty = DifficultyFiles.table(configuration);
  }

  @Override
  protected void map(Void none, StudentHistory history, Context context)
      throws IOException, InterruptedException {
    int attempts = history.attempts().size();
    context.getCounter(ExampleCounter.ATTEMPTS_READ).increment(attempts);
    StudentSplit.Role role = split.roleOf(history);
    if (!isWanted(role, history.student())) {
      context.getCounter(ExampleCounter.ATTEMPTS_LEFT_OUT).increment(attempts);
      return;
    }
    boolean heldOut = role == StudentSplit.Role.HELD_OUT;
    context
        .getCounter(heldOut ? ExampleCounter.STUDENTS_HELD_OUT : ExampleCounter.STUDENTS_TRAINING)
        .increment(1);
    context
        .getCounter(heldOut ? ExampleCounter.ATTEMPTS_HELD_OUT : ExampleCounter.ATTEMPTS_TRAINING)
        .increment(attempts);
    replay(history, heldOut, context);
  }

  private boolean isWanted(StudentSplit.Role role, String student) {
    if (role == StudentSplit.Role.HELD_OUT) {
      return withHeldOut;
    }
    return role == StudentSplit.Role.TRAINING
        && StableHash.unit(StableHash.of("sample", student)) < trainingShare;
  }

  private void replay(StudentHistory history, boolean heldOut, Context context)
      throws IOException, InterruptedException {
    DifficultyView view =
        heldOut || !featureSet.usesDifficulty() ? difficulty.view() : difficulty.without(history);
    StudentReplay replay = new StudentReplay(featureSet, view);
    List<Attempt> attempts = history.attempts();
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      Question question = replay.question(attempt);
      replay.features(question, features);
      traces
          .computeIfAbsent(attempt.exercise(), exercise -> new TraceEncoder(featureSet))
          .append(features, attempt.correct());
      replay.observe(question, attempt);
      if (i % CHECKED_EVERY == CHECKED_EVERY - 1 && buffered() > LARGEST_BUFFER) {
        flush(history.student(), heldOut, context);
      }
    }
    flush(history.student(), heldOut, context);
    traces.clear();
    chunks.clear();
  }

  private long buffered() {
    return traces.values().stream().mapToLong(TraceEncoder::size).sum();
  }

  /**
   * Emits all rows held; a further chunk of the same student and exercise sorts behind the chunks
   * before it.
   */
  private void flush(String student, boolean heldOut, Context context)
      throws IOException, InterruptedException {
    for (Map.Entry<String, TraceEncoder> entry : traces.entrySet()) {
      if (entry.getValue().rows() > 0) {
        int chunk = chunks.merge(entry.getKey(), 1, Integer::sum);
        key.set(entry.getKey(), TraceOrder.of(heldOut, student, chunk));
        entry.getValue().drainTo(trace);
        context.write(key, trace);
      }
    }
  }
}

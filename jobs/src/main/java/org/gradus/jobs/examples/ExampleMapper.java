package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.census.Census;
import org.gradus.io.key.PairKey;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ItemNumbers;
import org.gradus.model.hash.StableHash;

/**
 * Replays each history and emits its rows, one trace per (student, exercise). Of exercises that are
 * fitted already it emits no training rows, or only those of a sample of students, a copy for each
 * reducer that scores some of their held-out students; and at its end one empty trace each, so that
 * one reducer, and no other, accounts for them even if nobody is held out.
 */
public final class ExampleMapper extends Mapper<Void, StudentHistory, PairKey, TraceWritable> {
  /** Which features. */
  public static final Key<String> FEATURES =
      Key.text(
              "gradus.features.set",
              "gradus",
              "Feature set (khan: the 107 published features; pfa, r-pfa, best-lr, das3h: published baselines; gradus: the better default) or a comma-separated list of sets and feature blocks; one with a minus before it is left out, as in gradus,-time.")
          .withOption("--features");

  /**
   * File, JSON, whose member {@code exercises} has a member for each exercise that is fitted
   * already, which has its number of training {@code rows}.
   */
  public static final String FITTED = "gradus.internal.fitted-exercises";

  /** Blocks to replay behind those of the feature set, separated by commas. */
  static final String MORE_BLOCKS = "gradus.internal.more-blocks";

  /** Training attempts of a fitted exercise, about, that are to be emitted all the same. */
  public static final String FITTED_SAMPLE = "gradus.internal.fitted-sample";

  /** Whether rows tell which item they are of. */
  public static final String WITH_ITEMS = "gradus.internal.with-items";

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
  private HistoryReplay replay;
  private Map<String, Double> fitted;
  private Map<String, Integer> copies = Map.of();
  private int rows;
  private int answers;
  private StudentSplit split;
  private double trainingShare;
  private boolean withHeldOut;
  private boolean withItems;

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

  /** The features in force, and behind them those of the blocks that a job replays besides. */
  public static FeatureSet replayedSet(Configuration configuration) {
    FeatureSet features = featureSet(configuration);
    String more = configuration.get(MORE_BLOCKS, "");
    return more.isEmpty()
        ? features
        : FeatureSet.of(String.join(",", features.blockNames()) + "," + more);
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    featureSet = replayedSet(configuration);
    replay = HistoryReplay.of(configuration);
    fitted = fitted(configuration);
    if (!fitted.isEmpty()) {
      copies = ExercisePartitioner.copies(configuration, context.getNumReduceTasks());
    }
    split = StudentSplit.of(configuration);
    trainingShare = configuration.getDouble(TRAINING_SHARE, 1);
    withHeldOut = configuration.getBoolean(WITH_HELD_OUT, true);
    withItems = configuration.getBoolean(WITH_ITEMS, false);
  }

  /** The fitted exercises, each with the share of training students whose rows are wanted. */
  private static Map<String, Double> fitted(Configuration configuration) throws IOException {
    if (configuration.get(FITTED) == null) {
      return Map.of();
    }
    double rows = configuration.getLong(FITTED_SAMPLE, 0);
    Map<String, Long> attempts =
        Census.read(configuration, new Path(configuration.get(ExercisePartitioner.CENSUS)))
            .attempts();
    Map<String, Double> shares = new TreeMap<>();
    for (String exercise : FittedExercises.rows(configuration).keySet()) {
      shares.put(exercise, rows / attempts.getOrDefault(exercise, 1L));
    }
    return shares;
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
    double unit = StableHash.unit(StableHash.of("fitted sample", history.student()));
    rows = 0;
    answers = 0;
    replay.run(
        history,
        heldOut,
        exercise -> heldOut || unit < fitted.getOrDefault(exercise, 1.0),
        (attempt, item, features) -> {
          append(attempt, withItems ? item : ItemNumbers.NO_KEY, features, heldOut);
          if (++rows % CHECKED_EVERY == 0 && buffered() > LARGEST_BUFFER) {
            flush(history.student(), heldOut, context);
          }
        });
    flush(history.student(), heldOut, context);
    traces.clear();
    chunks.clear();
  }

  private void append(Attempt attempt, int item, float[] features, boolean heldOut)
      throws IOException {
    answers += attempt.repeat() ? 0 : 1;
    traces
        .computeIfAbsent(attempt.exercise(), exercise -> new TraceEncoder(featureSet, heldOut))
        .append(
            features, attempt.correct(), item, attempt.repeat() ? TraceReader.REPEAT : answers - 1);
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
        int wanted = heldOut ? 1 : copies.getOrDefault(entry.getKey(), 1);
        for (int copy = 0; copy < wanted; copy++) {
          trace.setCopy(copy);
          context.write(key, trace);
        }
      }
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    trace.set(1, 0, false, new byte[0], 0);
    for (String exercise : fitted.keySet()) {
      key.set(exercise, TraceOrder.of(false, "", 1));
      context.write(key, trace);
    }
  }
}

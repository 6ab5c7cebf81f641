package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;

/**
 * Turns histories into rows. Training students see item difficulty without their own answers,
 * held-out students see all of it, which is of training students only.
 */
public final class HistoryReplay {
  private final FeatureSet featureSet;
  private final DifficultyTable difficulty;
  private final float[] features;

  private HistoryReplay(FeatureSet featureSet, DifficultyTable difficulty) {
    this.featureSet = featureSet;
    this.difficulty = difficulty;
    this.features = new float[featureSet.size()];
  }

  /** Takes rows in. */
  @FunctionalInterface
  public interface RowSink {
    /**
     * Takes one row.
     *
     * @param attempt the attempt that it is of
     * @param features what was known before it, one value per feature; overwritten by the next row
     */
    void accept(Attempt attempt, float[] features) throws IOException, InterruptedException;
  }

  /** The replay of a job's feature set, with the item difficulties of its variant. */
  public static HistoryReplay of(Configuration configuration) throws IOException {
    return new HistoryReplay(
        ExampleMapper.featureSet(configuration), DifficultyFiles.table(configuration));
  }

  /** Passes on the rows of the exercises wanted, oldest first. */
  public void run(StudentHistory history, boolean heldOut, Predicate<String> wanted, RowSink rows)
      throws IOException, InterruptedException {
    DifficultyView view =
        heldOut || !featureSet.usesDifficulty() ? difficulty.view() : difficulty.without(history);
    StudentReplay replay = new StudentReplay(featureSet, view);
    for (Attempt attempt : history.attempts()) {
      Question question = replay.question(attempt);
      if (wanted.test(attempt.exercise())) {
        replay.features(question, features);
        rows.accept(attempt, features);
      }
      replay.observe(question, attempt);
    }
  }
}

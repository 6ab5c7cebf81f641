package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
 * held-out students see all of it, which is of training students only. Rows that tell of one answer
 * are all of the state before it: no row sees the label of another.
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
        ExampleMapper.replayedSet(configuration), DifficultyFiles.table(configuration));
  }

  /** Passes on the rows of the exercises wanted, oldest first. */
  public void run(StudentHistory history, boolean heldOut, Predicate<String> wanted, RowSink rows)
      throws IOException, InterruptedException {
    DifficultyView view =
        heldOut || !featureSet.usesDifficulty() ? difficulty.view() : difficulty.without(history);
    StudentReplay replay = new StudentReplay(featureSet, view);
    List<Question> questions = new ArrayList<>();
    List<Attempt> attempts = history.attempts();
    for (int from = 0; from < attempts.size(); from += questions.size()) {
      questions.clear();
      for (Attempt attempt : attempts.subList(from, history.endOfAnswer(from))) {
        Question question = replay.question(attempt);
        questions.add(question);
        if (wanted.test(attempt.exercise())) {
          replay.features(question, features);
          rows.accept(attempt, features);
        }
      }
      for (int i = 0; i < questions.size(); i++) {
        replay.observe(questions.get(i), attempts.get(from + i));
      }
    }
  }
}

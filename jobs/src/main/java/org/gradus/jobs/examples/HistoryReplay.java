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
import org.gradus.model.difficulty.ItemOffsets;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;
import org.gradus.model.fit.ItemNumbers;
import org.gradus.model.hash.StableHash;

/**
 * Turns histories into rows. Training students see item difficulty without their own answers,
 * held-out students see all of it, which is of training students only. One in a hundred items of a
 * training student, chosen by a hash, is taken as one that nobody else has met, so that fits learn
 * what to expect of a new item: in a log where every item has many attempts they would have to
 * guess it from those. Rows that tell of one answer are all of the state before it: no row sees the
 * label of another.
 */
public final class HistoryReplay {
  /** Share of the items of a training student that are taken as if nobody else had met them. */
  private static final double SHARE_AS_NEW = 0.01;

  /** Begins the name that such an item goes by, which nothing is known of. */
  private static final String AS_NEW = "\u0001new ";

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
     * @param item key of its item ({@link ItemOffsets#key}), or {@link ItemNumbers#NO_KEY} when it
     *     has none or is taken as a new one
     * @param features what was known before it, one value per feature; overwritten by the next row
     */
    void accept(Attempt attempt, int item, float[] features)
        throws IOException, InterruptedException;
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
    List<Attempt> seen = new ArrayList<>();
    boolean learnsOfNewItems = !heldOut && featureSet.usesDifficulty();
    for (int from = 0; from < attempts.size(); from += questions.size()) {
      questions.clear();
      seen.clear();
      for (Attempt attempt : attempts.subList(from, history.endOfAnswer(from))) {
        boolean asNew = learnsOfNewItems && isTakenAsNew(history.student(), attempt);
        Attempt taken = asNew ? attempt.withItem(AS_NEW + attempt.item()) : attempt;
        Question question = replay.question(taken);
        seen.add(taken);
        questions.add(question);
        if (wanted.test(attempt.exercise())) {
          replay.features(question, features);
          rows.accept(attempt, asNew ? ItemNumbers.NO_KEY : ItemOffsets.key(attempt), features);
        }
      }
      for (int i = 0; i < questions.size(); i++) {
        replay.observe(questions.get(i), seen.get(i));
      }
    }
  }

  private static boolean isTakenAsNew(String student, Attempt attempt) {
    return !attempt.item().isEmpty()
        && StableHash.unit(StableHash.of(student, attempt.exercise(), attempt.item()))
            < SHARE_AS_NEW;
  }
}

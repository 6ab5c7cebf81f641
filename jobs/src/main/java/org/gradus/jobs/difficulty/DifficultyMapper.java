package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;

/** Counts each training history by (exercise, item). */
public final class DifficultyMapper extends Mapper<Void, StudentHistory, PairKey, CountsWritable> {
  private final Map<PairKey, CountsWritable> counts = new LinkedHashMap<>();
  private StudentSplit split;

  @Override
  protected void setup(Context context) {
    split = StudentSplit.of(context.getConfiguration());
  }

  @Override
  protected void map(Void none, StudentHistory history, Context context)
      throws IOException, InterruptedException {
    int attempts = history.attempts().size();
    context.getCounter(DifficultyCounter.ATTEMPTS_READ).increment(attempts);
    if (split.roleOf(history) != StudentSplit.Role.TRAINING) {
      context.getCounter(DifficultyCounter.ATTEMPTS_LEFT_OUT).increment(attempts);
      return;
    }
    context.getCounter(DifficultyCounter.ATTEMPTS_COUNTED).increment(attempts);
    for (Attempt attempt : history.attempts()) {
      counts
          .computeIfAbsent(
              new PairKey(attempt.exercise(), attempt.item()), key -> new CountsWritable())
          .add(attempt.correct());
    }
    for (Map.Entry<PairKey, CountsWritable> entry : counts.entrySet()) {
      context.write(entry.getKey(), entry.getValue());
    }
    counts.clear();
  }
}

package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.Trail;

/** Counts each training history by (exercise, item) and, where features need it, by transition. */
public final class DifficultyMapper extends Mapper<Void, StudentHistory, PairKey, CountsWritable> {
  private final Map<PairKey, CountsWritable> counts = new LinkedHashMap<>();
  private StudentSplit split;
  private boolean withTransitions;

  @Override
  protected void setup(Context context) {
    Configuration configuration = context.getConfiguration();
    split = StudentSplit.of(configuration);
    withTransitions = ExampleMapper.featureSet(configuration).usesTransitions();
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
      count(attempt, CountedText.ofItem(attempt.item()));
    }
    if (withTransitions) {
      Trail.walk(history, this::count);
    }
    for (Map.Entry<PairKey, CountsWritable> entry : counts.entrySet()) {
      context.write(entry.getKey(), entry.getValue());
    }
    counts.clear();
  }

  private void count(Attempt attempt, long[] transitions) {
    for (long transition : transitions) {
      if (transition != Trail.NONE) {
        count(attempt, CountedText.ofTransition(transition));
      }
    }
  }

  private void count(Attempt attempt, String counted) {
    counts
        .computeIfAbsent(new PairKey(attempt.exercise(), counted), key -> new CountsWritable())
        .add(attempt.correct());
  }
}

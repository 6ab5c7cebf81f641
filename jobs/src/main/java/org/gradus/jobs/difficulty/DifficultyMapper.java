package org.gradus.jobs.difficulty;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.Trail;

/**
 * Counts training histories by (exercise, item) and, where features need it, by transition. Counts
 * are held back and added up over histories as long as they are few enough, which leaves less than
 * half of them to be sorted.
 */
public final class DifficultyMapper extends Mapper<Void, StudentHistory, PairKey, CountsWritable> {
  /** Distinct counts held back, not counting those of the last history; about 100 bytes each. */
  private static final int MOST_PENDING = 200_000;

  private final PendingCounts pending = new PendingCounts();
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
    history.attempts().forEach(pending::addItem);
    if (withTransitions) {
      Trail.walk(history, pending::addTransitions);
    }
    if (pending.size() >= MOST_PENDING) {
      pending.drainTo(context);
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    pending.drainTo(context);
  }
}

package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.Trail;

/**
 * Counts training histories by (exercise, item) and, where features need it, by transition, for all
 * variants at once. Counts are held back and added up, as long as they are few enough, over
 * histories that the same variants count; with a hold-out or folds this leaves about half of them
 * to be sorted, with folds drawn several times nearly all.
 */
public final class DifficultyMapper extends Mapper<Void, StudentHistory, PairKey, CountsWritable> {
  /** Memory of the counts held back, not counting those of the last history. */
  private static final long MOST_PENDING_BYTES = 32 << 20;

  /** By the variants that count them: two folds' students have a map each. */
  private final Map<BitSet, PendingCounts> pending = new LinkedHashMap<>();

  private final List<StudentSplit> splits = new ArrayList<>();
  private long pendingBytes;
  private boolean withTransitions;

  @Override
  protected void setup(Context context) {
    Configuration configuration = context.getConfiguration();
    for (Variant variant : CountedVariants.ofJob(configuration).list()) {
      splits.add(StudentSplit.of(configuration, variant));
    }
    withTransitions = ExampleMapper.featureSet(configuration).usesTransitions();
  }

  @Override
  protected void map(Void none, StudentHistory history, Context context)
      throws IOException, InterruptedException {
    BitSet counted = new BitSet(splits.size());
    for (int v = 0; v < splits.size(); v++) {
      counted.set(v, splits.get(v).roleOf(history) == StudentSplit.Role.TRAINING);
    }
    long attempts = history.attempts().size();
    long times = counted.cardinality();
    context.getCounter(DifficultyCounter.ATTEMPTS_READ).increment(splits.size() * attempts);
    context.getCounter(DifficultyCounter.ATTEMPTS_COUNTED).increment(times * attempts);
    context
        .getCounter(DifficultyCounter.ATTEMPTS_LEFT_OUT)
        .increment((splits.size() - times) * attempts);
    if (times > 0) {
      count(history, pending.computeIfAbsent(counted, key -> new PendingCounts()));
    }
    if (pendingBytes >= MOST_PENDING_BYTES) {
      drainTo(context);
    }
  }

  private void count(StudentHistory history, PendingCounts counts) {
    long before = counts.bytes();
    history.attempts().forEach(counts::addItem);
    if (withTransitions) {
      Trail.walk(history, counts::addTransitions);
    }
    pendingBytes += counts.bytes() - before;
  }

  private void drainTo(Context context) throws IOException, InterruptedException {
    for (Map.Entry<BitSet, PendingCounts> entry : pending.entrySet()) {
      entry.getValue().drainTo(context, splits.size(), entry.getKey());
    }
    pending.clear();
    pendingBytes = 0;
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    drainTo(context);
  }
}

package org.gradus.jobs.sort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.census.ExerciseCount;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;

/**
 * Puts the attempts of one student, which arrive oldest first, into one history. Identical ones,
 * which arrive one after the other, are kept once where they are {@link Deliveries}; of {@link
 * TiedAttempts} the order is drawn. Takes the census on the way.
 */
public final class SortReducer extends Reducer<AttemptKey, NullWritable, Void, StudentHistory> {
  private final BiFunction<String, Context, LineSink> open;
  private final AttemptDecoder decoder = new AttemptDecoder();
  private final AttemptKey previous = new AttemptKey();
  private final List<Attempt> attempts = new ArrayList<>();
  private final CensusTaker census = new CensusTaker();
  private LineSink quarantine;
  private LineSink censusFile;
  private long most;
  private boolean withoutGaps;
  private Repeats repeats;

  /** Creates the reducer; Hadoop does so by reflection. */
  public SortReducer() {
    this(SideFile::new);
  }

  SortReducer(BiFunction<String, Context, LineSink> open) {
    this.open = open;
  }

  @Override
  protected void setup(Context context) {
    most = SortStep.MAX_ATTEMPTS_PER_STUDENT.get(context.getConfiguration());
    withoutGaps = SortStep.DROP_NUMBER_GAPS.get(context.getConfiguration());
    repeats = SortStep.REPEATS.get(context.getConfiguration());
    quarantine = open.apply(SortStep.QUARANTINE, context);
    censusFile = open.apply(SortStep.CENSUS, context);
  }

  @Override
  protected void reduce(AttemptKey key, Iterable<NullWritable> all, Context context)
      throws IOException, InterruptedException {
    String student = decoder.student(key);
    attempts.clear();
    long duplicates = 0;
    boolean first = true;
    for (NullWritable unused : all) {
      Attempt attempt = decoder.attempt(key);
      if (!first && key.equals(previous) && Deliveries.areSure(attempt)) {
        duplicates++;
        continue;
      }
      first = false;
      previous.set(key);
      keep(student, attempt, context);
    }
    duplicates += Deliveries.leaveOut(attempts);
    TiedAttempts.shuffle(student, attempts);
    context.getCounter(SortCounter.DUPLICATES_DROPPED).increment(duplicates);
    if (withoutGaps && NumberGap.isIn(attempts)) {
      for (Attempt attempt : attempts) {
        quarantine(QuarantineRow.NUMBER_GAP, student, attempt, context);
      }
      context.getCounter(SortCounter.ATTEMPTS_WITH_NUMBER_GAP).increment(attempts.size());
    } else {
      context.getCounter(SortCounter.ATTEMPTS_REPEATED).increment(repeats.mark(attempts));
      write(new StudentHistory(student, attempts), context);
    }
  }

  private void keep(String student, Attempt attempt, Context context)
      throws IOException, InterruptedException {
    if (attempts.size() < most) {
      attempts.add(attempt);
      return;
    }
    context.getCounter(SortCounter.ATTEMPTS_OVER_LIMIT).increment(1);
    quarantine(QuarantineRow.OVER_LIMIT, student, attempt, context);
  }

  private void quarantine(String reason, String student, Attempt attempt, Context context)
      throws IOException, InterruptedException {
    context.getCounter(SortCounter.LINES_QUARANTINED).increment(1);
    quarantine.write(QuarantineRow.of(reason, student, attempt).toString());
  }

  private void write(StudentHistory history, Context context)
      throws IOException, InterruptedException {
    context.getCounter(SortCounter.STUDENTS).increment(1);
    context.getCounter(SortCounter.ATTEMPTS_KEPT).increment(history.attempts().size());
    if (hasSeveralFolds(history.attempts())) {
      context.getCounter(SortCounter.STUDENTS_WITH_SEVERAL_FOLDS).increment(1);
    }
    context.getCounter(SortCounter.ATTEMPTS_IN_UNKNOWN_ORDER).increment(tied(history.attempts()));
    census.add(history);
    context.write(null, history);
  }

  private static long tied(List<Attempt> attempts) {
    long tied = 0;
    for (int i = 1; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      Attempt before = attempts.get(i - 1);
      boolean same =
          attempt.epochMillis() == before.epochMillis() && attempt.order() == before.order();
      tied += same && !attempt.repeat() ? 1 : 0;
    }
    return tied;
  }

  private static boolean hasSeveralFolds(List<Attempt> attempts) {
    String first = attempts.get(0).fold();
    return attempts.stream().anyMatch(attempt -> !attempt.fold().equals(first));
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    for (ExerciseCount count : census.counts()) {
      censusFile.write(count.toJson());
    }
    censusFile.close();
    quarantine.close();
  }
}

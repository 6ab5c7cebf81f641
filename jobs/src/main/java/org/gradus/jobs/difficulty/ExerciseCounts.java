package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.io.Writer;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.gradus.jobs.examples.Variant;
import org.gradus.model.knowledge.ItemCountsLine;

/**
 * What is counted of one exercise in one variant. Items are written as they come; of the
 * transitions, which come after them, as many are held as may be kept.
 */
final class ExerciseCounts {
  private final String exercise;
  private final Variant variant;
  private final double transitionsPerAttempt;
  private ItemCountsLine line;
  private MostAnswered transitions;
  private long attempts;
  private long items;
  private long transitionsKept;

  ExerciseCounts(String exercise, Variant variant, double transitionsPerAttempt) {
    this.exercise = exercise;
    this.variant = variant;
    this.transitionsPerAttempt = transitionsPerAttempt;
  }

  /** Takes the counts, of 1 or more attempts, of a {@link CountedText}. */
  void add(String counted, long moreCorrects, long moreAttempts, VariantFiles files)
      throws IOException, InterruptedException {
    if (CountedText.isItem(counted)) {
      addItem(CountedText.item(counted), moreCorrects, moreAttempts, files.of(variant));
    } else {
      if (transitions == null) {
        transitions = new MostAnswered(mostTransitions(attempts, transitionsPerAttempt));
      }
      transitions.add(CountedText.transition(counted), moreCorrects, moreAttempts);
    }
  }

  private void addItem(String item, long moreCorrects, long moreAttempts, Writer file)
      throws IOException {
    if (line == null) {
      line = new ItemCountsLine(exercise, file);
    }
    line.add(item, moreCorrects, moreAttempts);
    attempts += moreAttempts;
    items += item.isEmpty() ? 0 : 1;
  }

  /** How many transitions to an exercise with so many attempts may be kept. */
  static long mostTransitions(long attempts, double transitionsPerAttempt) {
    return (long) Math.ceil(attempts * transitionsPerAttempt);
  }

  /** Number of attempts on the exercise. */
  long attempts() {
    return attempts;
  }

  /** Ends the line, where there is one; the transitions are forgotten. */
  void close() throws IOException {
    if (line != null) {
      transitionsKept = transitions == null ? 0 : transitions.size();
      line.end(transitionsKept == 0 ? "" : transitions.counts().pack());
      transitions = null;
    }
  }

  /** Adds to the counters of the variant that gives the model. */
  void report(TaskAttemptContext context) {
    context.getCounter(DifficultyCounter.EXERCISES).increment(attempts > 0 ? 1 : 0);
    context.getCounter(DifficultyCounter.ITEMS).increment(items);
    context.getCounter(DifficultyCounter.TRANSITIONS).increment(transitionsKept);
    context.getCounter(DifficultyCounter.MODEL_ATTEMPTS).increment(attempts);
  }
}

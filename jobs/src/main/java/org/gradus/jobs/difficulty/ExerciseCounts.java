package org.gradus.jobs.difficulty;

import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.gradus.model.knowledge.ItemCounts;

/** What has been counted of one exercise in one variant; items come before transitions. */
final class ExerciseCounts {
  private final ItemCounts items;
  private final double transitionsPerAttempt;
  private MostAnswered transitions = new MostAnswered(0);
  private boolean itemsAreComplete;
  private long attempts;
  private long itemCount;

  ExerciseCounts(String name, double transitionsPerAttempt) {
    items = new ItemCounts(name);
    this.transitionsPerAttempt = transitionsPerAttempt;
  }

  /** Takes the counts, of 1 or more attempts, of a {@link CountedText}. */
  void add(String counted, long moreCorrects, long moreAttempts) {
    if (CountedText.isItem(counted)) {
      String item = CountedText.item(counted);
      items.add(item, moreCorrects, moreAttempts);
      attempts += moreAttempts;
      itemCount += item.isEmpty() ? 0 : 1;
    } else {
      if (!itemsAreComplete) {
        itemsAreComplete = true;
        transitions = new MostAnswered((long) Math.ceil(attempts * transitionsPerAttempt));
      }
      transitions.add(CountedText.transition(counted), moreCorrects, moreAttempts);
    }
  }

  /** Number of attempts on the exercise. */
  long attempts() {
    return attempts;
  }

  /** All counts, with the transitions that may be kept. */
  ItemCounts close() {
    if (transitions.size() > 0) {
      items.setTransitions(transitions.counts().pack());
    }
    return items;
  }

  /** Adds to the counters of the variant that gives the model. */
  void report(TaskAttemptContext context) {
    context.getCounter(DifficultyCounter.EXERCISES).increment(attempts > 0 ? 1 : 0);
    context.getCounter(DifficultyCounter.ITEMS).increment(itemCount);
    context.getCounter(DifficultyCounter.TRANSITIONS).increment(transitions.size());
    context.getCounter(DifficultyCounter.MODEL_ATTEMPTS).increment(attempts);
  }
}

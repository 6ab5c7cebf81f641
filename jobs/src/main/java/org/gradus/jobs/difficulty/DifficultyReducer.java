package org.gradus.jobs.difficulty;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.model.knowledge.ItemCounts;

/** Writes the items of one exercise, in their order, and the transitions to it, as one line. */
public final class DifficultyReducer extends Reducer<PairKey, CountsWritable, NullWritable, Text> {
  /** How many transitions may be kept for each training attempt on the exercise. */
  static final String TRANSITIONS_PER_ATTEMPT = "gradus.internal.transitions-per-attempt";

  private final Text line = new Text();
  private double transitionsPerAttempt;

  @Override
  protected void setup(Context context) {
    transitionsPerAttempt = context.getConfiguration().getDouble(TRANSITIONS_PER_ATTEMPT, 0);
  }

  @Override
  protected void reduce(PairKey key, Iterable<CountsWritable> counts, Context context)
      throws IOException, InterruptedException {
    Exercise exercise = new Exercise(key.first(), context);
    CountsWritable sum = new CountsWritable();
    String counted = null;
    for (CountsWritable count : counts) {
      String next = key.second();
      if (counted != null && !counted.equals(next)) {
        exercise.add(counted, sum);
        sum.clear();
      }
      counted = next;
      sum.add(count);
    }
    exercise.add(counted, sum);
    line.set(exercise.close().toJson());
    context.write(NullWritable.get(), line);
  }

  /** What has been counted of one exercise; items come before transitions. */
  private final class Exercise {
    private final Context context;
    private final ItemCounts items;
    private MostAnswered transitions;
    private long attempts;

    Exercise(String name, Context context) {
      this.context = context;
      items = new ItemCounts(name);
    }

    void add(String counted, CountsWritable sum) {
      if (CountedText.isItem(counted)) {
        String item = CountedText.item(counted);
        items.add(item, sum.corrects(), sum.attempts());
        attempts += sum.attempts();
        context.getCounter(DifficultyCounter.ITEMS).increment(item.isEmpty() ? 0 : 1);
        context.getCounter(DifficultyCounter.ATTEMPTS_WRITTEN).increment(sum.attempts());
      } else {
        if (transitions == null) {
          transitions = new MostAnswered((long) Math.ceil(attempts * transitionsPerAttempt));
        }
        transitions.add(CountedText.transition(counted), sum);
      }
    }

    ItemCounts close() {
      context.getCounter(DifficultyCounter.EXERCISES).increment(1);
      if (transitions != null) {
        context.getCounter(DifficultyCounter.TRANSITIONS).increment(transitions.size());
        items.setTransitions(transitions.counts().pack());
      }
      return items;
    }
  }
}

package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.Variant;

/**
 * Writes the items of one exercise, in their order, and the transitions to it, as one line for each
 * variant that has any, in the variant's own file.
 */
public final class DifficultyReducer extends Reducer<PairKey, CountsWritable, NullWritable, Text> {
  /** How many transitions may be kept for each training attempt on the exercise. */
  static final String TRANSITIONS_PER_ATTEMPT = "gradus.internal.transitions-per-attempt";

  private CountedVariants variants;
  private double transitionsPerAttempt;
  private VariantFiles files;

  @Override
  protected void setup(Context context) {
    variants = CountedVariants.ofJob(context.getConfiguration());
    transitionsPerAttempt = context.getConfiguration().getDouble(TRANSITIONS_PER_ATTEMPT, 0);
    files = new VariantFiles(context);
  }

  @Override
  protected void reduce(PairKey key, Iterable<CountsWritable> counts, Context context)
      throws IOException, InterruptedException {
    List<ExerciseCounts> exercises = new ArrayList<>();
    for (Variant variant : variants.list()) {
      exercises.add(new ExerciseCounts(key.first(), variant, transitionsPerAttempt));
    }
    CountsWritable sum = new CountsWritable();
    String counted = "";
    for (CountsWritable count : counts) {
      if (!counted.equals(key.second())) {
        add(counted, sum, exercises);
        counted = key.second();
        sum.clear(exercises.size());
      }
      sum.add(count);
    }
    add(counted, sum, exercises);
    close(exercises, context);
  }

  private void add(String counted, CountsWritable sum, List<ExerciseCounts> exercises)
      throws IOException, InterruptedException {
    for (int v = 0; v < sum.variants(); v++) {
      if (sum.attempts(v) > 0) {
        exercises.get(v).add(counted, sum.corrects(v), sum.attempts(v), files);
      }
    }
  }

  private void close(List<ExerciseCounts> exercises, Context context) throws IOException {
    for (ExerciseCounts exercise : exercises) {
      exercise.close();
      context.getCounter(DifficultyCounter.ATTEMPTS_WRITTEN).increment(exercise.attempts());
    }
    if (variants.withLast()) {
      exercises.get(exercises.size() - 1).report(context);
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException {
    files.close();
  }
}

package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.lib.output.MultipleOutputs;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.Variant;

/**
 * Writes the items of one exercise, in their order, and the transitions to it, as one line for each
 * variant that has any, in the variant's own file.
 */
public final class DifficultyReducer extends Reducer<PairKey, CountsWritable, NullWritable, Text> {
  /** How many transitions may be kept for each training attempt on the exercise. */
  static final String TRANSITIONS_PER_ATTEMPT = "gradus.internal.transitions-per-attempt";

  private final Text line = new Text();
  private List<Variant> variants;
  private double transitionsPerAttempt;
  private MultipleOutputs<NullWritable, Text> outputs;

  @Override
  protected void setup(Context context) {
    variants = Variant.all(context.getConfiguration());
    transitionsPerAttempt = context.getConfiguration().getDouble(TRANSITIONS_PER_ATTEMPT, 0);
    outputs = new MultipleOutputs<>(context);
  }

  @Override
  protected void reduce(PairKey key, Iterable<CountsWritable> counts, Context context)
      throws IOException, InterruptedException {
    List<ExerciseCounts> exercises = new ArrayList<>();
    variants.forEach(
        variant -> exercises.add(new ExerciseCounts(key.first(), transitionsPerAttempt)));
    CountsWritable sum = new CountsWritable();
    String counted = "";
    for (CountsWritable count : counts) {
      if (!counted.equals(key.second())) {
        add(counted, sum, exercises);
        counted = key.second();
        sum.clear(variants.size());
      }
      sum.add(count);
    }
    add(counted, sum, exercises);
    write(exercises, context);
  }

  private static void add(String counted, CountsWritable sum, List<ExerciseCounts> exercises) {
    for (int v = 0; v < sum.variants(); v++) {
      if (sum.attempts(v) > 0) {
        exercises.get(v).add(counted, sum.corrects(v), sum.attempts(v));
      }
    }
  }

  private void write(List<ExerciseCounts> exercises, Context context)
      throws IOException, InterruptedException {
    for (int v = 0; v < variants.size(); v++) {
      ExerciseCounts exercise = exercises.get(v);
      if (exercise.attempts() > 0) {
        line.set(exercise.close().toJson());
        outputs.write(NullWritable.get(), line, variants.get(v) + "/part");
        context.getCounter(DifficultyCounter.ATTEMPTS_WRITTEN).increment(exercise.attempts());
      }
    }
    exercises.get(variants.size() - 1).report(context);
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    outputs.close();
  }
}

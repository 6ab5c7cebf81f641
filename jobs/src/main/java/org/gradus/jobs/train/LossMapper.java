package org.gradus.jobs.train;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.HistoryReplay;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.LossSums;

/**
 * Adds up loss, gradient and Hessian of the large exercises that are still searched for, over the
 * training students of its split. A matrix of at most {@value #MOST_ROWS} rows, of one student and
 * one exercise, is summed at a time: which rows are together does not depend on splits.
 */
public final class LossMapper extends Mapper<Void, StudentHistory, Text, LossSumsWritable> {
  static final int MOST_ROWS = 512;
  private static final long MOST_BYTES = 64 << 20;

  private final Map<String, LossSums> sums = new TreeMap<>();
  private final Map<String, ExampleMatrix> matrices = new LinkedHashMap<>();
  private final ArrayDeque<ExampleMatrix> spare = new ArrayDeque<>();
  private final Text key = new Text();
  private final LossSumsWritable value = new LossSumsWritable();
  private int columns;
  private int[] widths;
  private HistoryReplay replay;
  private StudentSplit split;
  private Map<String, LargeFit> fits;
  private Map<String, double[]> parameters;

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    columns = ExampleMapper.featureSet(configuration).size();
    widths = ExampleMapper.featureSet(configuration).widths();
    replay = HistoryReplay.of(configuration);
    split = StudentSplit.of(configuration);
    fits = LargeFits.of(configuration).unfinished();
    parameters = new HashMap<>();
    fits.forEach((exercise, fit) -> parameters.put(exercise, fit.parameters()));
  }

  @Override
  protected void map(Void none, StudentHistory history, Context context)
      throws IOException, InterruptedException {
    if (split.roleOf(history) != StudentSplit.Role.TRAINING || !isWanted(history)) {
      return;
    }
    replay.run(history, false, fits::containsKey, this::append);
    matrices.forEach(
        (exercise, matrix) -> {
          addUp(exercise, matrix);
          spare.push(matrix);
        });
    matrices.clear();
    if (sums.values().stream().mapToLong(LossSums::bytes).sum() > MOST_BYTES) {
      flush(context);
    }
  }

  private boolean isWanted(StudentHistory history) {
    for (Attempt attempt : history.attempts()) {
      if (fits.containsKey(attempt.exercise())) {
        return true;
      }
    }
    return false;
  }

  private void append(Attempt attempt, int item, float[] features) {
    ExampleMatrix matrix = matrices.computeIfAbsent(attempt.exercise(), exercise -> newMatrix());
    matrix.append(features, attempt.correct(), place(attempt.exercise(), item));
    if (matrix.rows() == MOST_ROWS) {
      addUp(attempt.exercise(), matrix);
    }
  }

  /** Place of an item among those that get an offset. */
  private int place(String exercise, int item) {
    int place = Arrays.binarySearch(fits.get(exercise).items(), item);
    return place < 0 ? ExampleMatrix.NO_ITEM : place;
  }

  private ExampleMatrix newMatrix() {
    return spare.isEmpty() ? new ExampleMatrix(columns) : spare.pop();
  }

  private void addUp(String exercise, ExampleMatrix matrix) {
    if (matrix.rows() > 0) {
      sums.computeIfAbsent(exercise, none -> new LossSums(widths))
          .add(matrix, parameters.get(exercise));
      matrix.clear();
    }
  }

  private void flush(Context context) throws IOException, InterruptedException {
    for (Map.Entry<String, LossSums> entry : sums.entrySet()) {
      key.set(entry.getKey());
      value.set(entry.getValue());
      context.write(key, value);
    }
    sums.clear();
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    flush(context);
  }
}

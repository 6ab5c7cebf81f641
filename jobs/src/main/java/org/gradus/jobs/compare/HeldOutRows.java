package org.gradus.jobs.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.training.TrainingRowFiles;
import org.gradus.model.hash.StableHash;

/**
 * The held-out answers of a run and what one model predicted for them. Of more than a given number,
 * those of a sample of students: each halving keeps the students in the lower half of their hashes,
 * so the sample does not depend on the order of the rows.
 */
final class HeldOutRows {
  private final int most;
  private double share = 1;
  private long[] keys = new long[1024];
  private long[] students = new long[1024];
  private boolean[] correct = new boolean[1024];
  private float[] probability = new float[1024];
  private int size;
  private long all;

  private HeldOutRows(int most) {
    this.most = most;
  }

  /**
   * Reads the predictions of a run.
   *
   * @param predictions folder with a folder for each variant
   * @param column which model's
   * @param most most rows to keep, at least 1
   * @throws SettingsException when the run has not kept any, or none of this model
   */
  static HeldOutRows read(Configuration configuration, Path predictions, String column, int most)
      throws IOException {
    FileSystem files = predictions.getFileSystem(configuration);
    FileStatus[] variants =
        files.exists(predictions) ? files.listStatus(predictions) : new FileStatus[0];
    HeldOutRows rows = new HeldOutRows(most);
    for (FileStatus variant : variants) {
      String name = variant.getPath().getName();
      requireColumn(
          TrainingRowFiles.columns(configuration, variant.getPath()), column, predictions);
      TrainingRowFiles.forEach(
          configuration,
          variant.getPath(),
          List.of(column),
          (student, exercise, opportunity, isCorrect, values) ->
              rows.add(name, student, exercise, opportunity, isCorrect, values[0]));
    }
    if (rows.all == 0) {
      throw new SettingsException(
          "There are no predictions in "
              + predictions
              + "; run the train step of that work folder with --predictions.");
    }
    return rows;
  }

  private static void requireColumn(List<String> columns, String column, Path predictions) {
    if (!columns.isEmpty() && !columns.contains(column)) {
      throw new SettingsException(
          "There are no predictions of '"
              + column.replace('_', '-')
              + "' in "
              + predictions
              + ", only of "
              + String.join(", ", columns).replace('_', '-')
              + "; name one of these with --model or --against.");
    }
  }

  private void add(
      String variant,
      String student,
      String exercise,
      int opportunity,
      boolean isCorrect,
      float predicted) {
    all++;
    long studentHash = StableHash.of(student);
    if (unit(studentHash) >= share) {
      return;
    }
    if (size == most) {
      thin();
      add(variant, student, exercise, opportunity, isCorrect, predicted);
      all--;
      return;
    }
    reserve();
    long trace = StableHash.of(variant, student, exercise);
    keys[size] = StableHash.mix(trace + opportunity * StableHash.GAMMA);
    students[size] = studentHash;
    correct[size] = isCorrect;
    probability[size++] = predicted;
  }

  private static double unit(long studentHash) {
    return StableHash.unit(StableHash.mix(studentHash));
  }

  private void reserve() {
    if (size == keys.length) {
      int longer = size + (size >> 1);
      keys = Arrays.copyOf(keys, longer);
      students = Arrays.copyOf(students, longer);
      correct = Arrays.copyOf(correct, longer);
      probability = Arrays.copyOf(probability, longer);
    }
  }

  /** Halves the share of students. */
  private void thin() {
    thinTo(share / 2);
  }

  /** Keeps the students below a share. */
  void thinTo(double newShare) {
    share = newShare;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (unit(students[i]) < share) {
        keys[kept] = keys[i];
        students[kept] = students[i];
        correct[kept] = correct[i];
        probability[kept++] = probability[i];
      }
    }
    size = kept;
  }

  /** Puts the rows in the order of their keys. */
  void sort() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> keys[i]));
    long[] oldKeys = keys.clone();
    long[] oldStudents = students.clone();
    boolean[] oldCorrect = correct.clone();
    float[] oldProbability = probability.clone();
    for (int i = 0; i < size; i++) {
      keys[i] = oldKeys[order[i]];
      students[i] = oldStudents[order[i]];
      correct[i] = oldCorrect[order[i]];
      probability[i] = oldProbability[order[i]];
    }
  }

  /** Share of students kept, 1 for all. */
  double share() {
    return share;
  }

  /** Rows of the run. */
  long all() {
    return all;
  }

  /** Rows kept. */
  int size() {
    return size;
  }

  /** Variant, student, exercise and opportunity of a row, as a hash. */
  long key(int row) {
    return keys[row];
  }

  /** Hash of the row's student. */
  long student(int row) {
    return students[row];
  }

  boolean isCorrect(int row) {
    return correct[row];
  }

  float probability(int row) {
    return probability[row];
  }
}

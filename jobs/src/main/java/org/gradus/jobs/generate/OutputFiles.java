package org.gradus.jobs.generate;

import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.gradus.model.simulate.ClassOption;

/**
 * The files that the reducers write, by number: first the shards with attempts, then {@code
 * _truth/students.csv}, last the evaluation of the true probabilities. Immutable.
 */
final class OutputFiles {
  /** Folder beside the shards; readers of logs skip names that start with an underscore. */
  static final String TRUTH = "_truth";

  /** {@link org.gradus.model.evaluate.Evaluation#toJson()} of the true probabilities. */
  static final String EVALUATION = TRUTH + "/evaluation.json";

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int SHARDS_PER_MARK = 3;

  private final int shards;
  private final boolean gzip;
  private final boolean marks;
  private final boolean problemTypes;

  OutputFiles(Configuration configuration) {
    shards = GenerateSettings.SHARDS.get(configuration).intValue();
    gzip = GenerateSettings.isGzip(configuration);
    marks = GenerateSettings.DIRT.get(configuration) > 0;
    problemTypes =
        GenerateSettings.classOptions(configuration).number(ClassOption.PROBLEM_TYPES) > 0;
  }

  /** Number of files with attempts. */
  int shards() {
    return shards;
  }

  /** Number of all files. */
  int all() {
    return shards + 2;
  }

  /** Number of the file of students. */
  int students() {
    return shards;
  }

  /** Number of the file of the evaluation. */
  int evaluation() {
    return shards + 1;
  }

  /** Number of shards that start with a byte order mark. */
  int byteOrderMarks() {
    return marks ? (shards + SHARDS_PER_MARK - 1) / SHARDS_PER_MARK : 0;
  }

  /** Path of a file below the output folder. */
  String place(int file) {
    if (file == evaluation()) {
      return EVALUATION;
    }
    if (file == students()) {
      return TRUTH + "/students.csv";
    }
    return String.format(Locale.ROOT, "attempts-%05d.csv%s", file, gzip ? ".gz" : "");
  }

  /** First line of a file, without its end; empty for none. */
  String header(int file) {
    if (file == evaluation()) {
      return "";
    }
    if (file == students()) {
      return StudentRow.HEADER;
    }
    String mark = marks && file % SHARDS_PER_MARK == 0 ? BYTE_ORDER_MARK : "";
    return mark + AttemptRow.header(problemTypes);
  }
}

package org.gradus.jobs.forget;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.parquet.RecordRemoval;
import org.gradus.io.prediction.PredictionCsv;

/** A kind of files that may hold records of a student. */
interface StudentFiles {
  /** Whether a file is of this kind, by its name and place. */
  boolean are(Path file);

  /** Whether it holds the student. */
  boolean concerns(Path file) throws IOException;

  /** Number of its records. */
  long records(Path file) throws IOException;

  /** Writes the records of others; returns how many they are. */
  long copyOthers(Path file, Path target) throws IOException;

  /** All kinds: Parquet with a column student, tables of predictions, the quarantine. */
  static List<StudentFiles> all(Configuration configuration, FileSystem files, String student) {
    return List.of(
        new ParquetFiles(new RecordRemoval(configuration, "student", student)),
        new LineFiles(
            files,
            file -> file.getName().endsWith(".csv") && isIn("students", file),
            line -> PredictionCsv.isOf(student, line)),
        new LineFiles(
            files,
            file -> file.getName().startsWith("part-") && isIn("quarantine", file),
            new Mention(student)::isIn));
  }

  private static boolean isIn(String folder, Path file) {
    return file.getParent().getName().equals(folder);
  }
}

package org.gradus.io.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.gradus.model.knowledge.RankedExercise;

/**
 * Predictions as RFC 4180 text, one row per student and exercise: {@code
 * student,kind,place,exercise,probability}, where kind is {@code recommended} or {@code challenge}.
 * A name that a spreadsheet would run as a formula is preceded by an apostrophe (OWASP, "CSV
 * Injection"); the names in the Parquet files are as they are.
 */
public final class PredictionCsv implements Closeable {
  private static final String HEADER = "student,kind,place,exercise,probability\r\n";
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final Writer out;

  PredictionCsv(OutputStream stream) throws IOException {
    out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    out.write(HEADER);
  }

  void write(StudentPrediction prediction) throws IOException {
    write(prediction.student(), "recommended", prediction.recommended());
    write(prediction.student(), "challenge", prediction.challenges());
  }

  private void write(String student, String kind, List<RankedExercise> exercises)
      throws IOException {
    int place = 1;
    for (RankedExercise exercise : exercises) {
      out.write(cell(student) + ',' + kind + ',' + place++ + ',' + cell(exercise.exercise()));
      out.write(String.format(Locale.ROOT, ",%.6f\r\n", exercise.probability()));
    }
  }

  /** Whether a line, without its end, is a row of a student. */
  public static boolean isOf(String student, String line) {
    return line.startsWith(cell(student) + ',');
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

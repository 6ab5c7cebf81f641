package org.gradus.jobs.tune;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What tuning leaves behind: a table of all candidates and the settings of the best one. */
final class TunedFiles {
  private final Path folder;
  private final FileSystem files;

  TunedFiles(Path folder, Configuration configuration) throws IOException {
    this.files = folder.getFileSystem(configuration);
    this.folder = files.makeQualified(folder);
  }

  Path settings() {
    return new Path(folder, "tuned.xml");
  }

  Path table() {
    return new Path(folder, "candidates.csv");
  }

  /** Writes both files, over those of an earlier run. */
  void write(List<String> names, List<Candidate> candidates, Candidate best) throws IOException {
    try (Writer text = new OutputStreamWriter(files.create(table()), StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(headings(names));
      for (Candidate candidate : candidates) {
        csv.writeRecord(row(names, candidate, candidate == best));
      }
    }
    Configuration tuned = new Configuration(false);
    names.forEach(name -> tuned.set(name, value(best, name)));
    try (OutputStream out = files.create(settings())) {
      tuned.writeXml(out);
    }
  }

  private static String value(Candidate candidate, String name) {
    return candidate.settings().getTrimmed(name, "");
  }

  private static List<String> headings(List<String> names) {
    List<String> cells = new ArrayList<>(names);
    for (Candidate.Metric metric : Candidate.Metric.values()) {
      cells.add(metric + "_mean");
      cells.add(metric + "_deviation");
    }
    cells.add("chosen");
    return cells;
  }

  private static List<String> row(List<String> names, Candidate candidate, boolean chosen) {
    List<String> cells = new ArrayList<>();
    names.forEach(name -> cells.add(value(candidate, name)));
    for (Candidate.Metric metric : Candidate.Metric.values()) {
      cells.add(number(candidate.mean(metric)));
      cells.add(number(candidate.deviation(metric)));
    }
    cells.add(chosen ? "yes" : "");
    return cells;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
  }
}

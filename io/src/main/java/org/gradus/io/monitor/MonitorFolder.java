package org.gradus.io.monitor;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.store.WholeFile;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * A folder with one folder for each day, on any Hadoop file system. A day's file is replaced at
 * once: readers find the old one or the new one.
 */
public final class MonitorFolder {
  private static final String DAY = "day=";
  private static final String EXERCISES = "exercises.jsonl.gz";
  private static final String ALERTS = "alerts.json";

  private final FileSystem files;
  private final Path root;

  private MonitorFolder(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** The folder at a path or URI; it is looked at only when something is read or written. */
  public static MonitorFolder at(String place, Configuration configuration) throws IOException {
    FileSystem files = new Path(place).getFileSystem(configuration);
    Path root = files.makeQualified(new Path(place));
    boolean local = files instanceof LocalFileSystem;
    return new MonitorFolder(local ? ((LocalFileSystem) files).getRaw() : files, root);
  }

  /** The days that there are, oldest first. */
  public List<LocalDate> days() throws IOException {
    List<LocalDate> days = new ArrayList<>();
    try {
      for (FileStatus child : files.listStatus(root)) {
        String name = child.getPath().getName();
        if (name.matches(DAY + "\\d{4}-\\d{2}-\\d{2}")
            && files.exists(new Path(child.getPath(), EXERCISES))) {
          days.add(LocalDate.parse(name.substring(DAY.length())));
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    Collections.sort(days);
    return days;
  }

  private Path file(LocalDate date, String name) {
    return new Path(new Path(root, DAY + date), name);
  }

  /** Writes a day, in place of what is there. */
  public void write(MonitoredDay day) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(day.text().getBytes(StandardCharsets.UTF_8));
    }
    files.mkdirs(file(day.date(), EXERCISES).getParent());
    WholeFile.write(files, file(day.date(), EXERCISES), bytes.toByteArray());
  }

  /**
   * A day.
   *
   * @throws DataException when its file is not of this format; the message names it
   */
  public MonitoredDay read(LocalDate date) throws IOException {
    Path file = file(date, EXERCISES);
    try (InputStream in = files.open(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      return MonitoredDay.read(lines);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      DataException refusal =
          new DataException(
              "Cannot read " + file + ": " + e.getMessage() + "; monitor the day again.");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  /** Writes what is said of a day, in place of what was. */
  public void writeAlerts(LocalDate date, Map<String, Object> alerts) throws IOException {
    String text = JsonWriter.writeIndented(alerts) + "\n";
    WholeFile.write(files, file(date, ALERTS), text);
  }

  /** What was said of a day, if it was judged. */
  public Optional<Map<String, Object>> alerts(LocalDate date) throws IOException {
    return WholeFile.read(files, file(date, ALERTS)).map(JsonReader::readObject);
  }

  /** The folder as the user would name it. */
  @Override
  public String toString() {
    return files.getUri().getScheme().equals("file") ? root.toUri().getPath() : root.toString();
  }
}

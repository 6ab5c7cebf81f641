package org.gradus.jobs.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.json.JsonReader;

/** The folder of a demo and the places in it; a note in it tells it from anybody else's folder. */
final class DemoFolder {
  private static final String NOTE = "made-by-gradus-demo.txt";

  private final FileSystem files;
  private final Path root;

  DemoFolder(Path given, Configuration configuration) throws IOException {
    files = given.getFileSystem(configuration);
    root = files.makeQualified(given);
  }

  /**
   * Makes the folder, or finds it as an earlier demo has left it.
   *
   * @throws SettingsException when it holds something else
   */
  void open() throws IOException {
    Path note = new Path(root, NOTE);
    if (files.exists(note)) {
      return;
    }
    if (files.exists(root)
        && (files.getFileStatus(root).isFile() || files.listStatus(root).length > 0)) {
      throw new SettingsException(
          "Cannot run the demo in "
              + root
              + " because it holds something else; name another folder with --work.");
    }
    try (FSDataOutputStream out = files.create(note)) {
      String text = "'gradus demo' works in this folder. It can be removed as a whole.\n";
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The simulated log. */
  Path log() {
    return new Path(root, "class");
  }

  /** What is planted in the log. */
  Path truth() {
    return new Path(log(), "_truth/truth.json");
  }

  /** The work folder of the run. */
  Path work() {
    return new Path(root, "work");
  }

  /** The page to open first. */
  Path page() {
    return new Path(work(), "report/index.html");
  }

  /** The figures of the fitted model. */
  Path metrics() {
    return new Path(work(), "report/metrics.json");
  }

  boolean has(Path place) throws IOException {
    return files.exists(place);
  }

  Map<String, Object> read(Path document) throws IOException {
    try (FSDataInputStream in = files.open(document)) {
      return JsonReader.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** A path as a user writes it: without scheme where it is on this machine. */
  static String plain(Path place) {
    return "file".equals(place.toUri().getScheme()) ? place.toUri().getPath() : place.toString();
  }
}

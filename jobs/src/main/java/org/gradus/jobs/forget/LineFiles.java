package org.gradus.jobs.forget;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Text files with one record a line; line ends are kept as they are. */
final class LineFiles implements StudentFiles {
  private final FileSystem files;
  private final Predicate<Path> kind;
  private final Predicate<String> ofStudent;

  LineFiles(FileSystem files, Predicate<Path> kind, Predicate<String> ofStudent) {
    this.files = files;
    this.kind = kind;
    this.ofStudent = ofStudent;
  }

  @Override
  public boolean are(Path file) {
    return kind.test(file);
  }

  private BufferedReader open(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8));
  }

  @Override
  public boolean concerns(Path file) throws IOException {
    try (BufferedReader in = open(file);
        Stream<String> lines = in.lines()) {
      return lines.anyMatch(ofStudent);
    }
  }

  @Override
  public long records(Path file) throws IOException {
    try (BufferedReader in = open(file);
        Stream<String> lines = in.lines()) {
      return lines.count();
    }
  }

  @Override
  public long copyOthers(Path file, Path target) throws IOException {
    String end = file.getName().endsWith(".csv") ? "\r\n" : "\n";
    long copied = 0;
    try (BufferedReader in = open(file);
        Writer out = new OutputStreamWriter(files.create(target, false), StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!ofStudent.test(line)) {
          out.write(line + end);
          copied++;
        }
      }
    }
    return copied;
  }
}

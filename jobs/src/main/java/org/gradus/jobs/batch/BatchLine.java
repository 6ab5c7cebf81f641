package org.gradus.jobs.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.SettingsException;

/** One command line of a file, with its number in it, from 1. Immutable. */
final class BatchLine {
  /** Stretches in quotation marks and outside of them, which together are a word. */
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"']++)+");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private final int number;
  private final String text;
  private final List<String> words;

  private BatchLine(Path file, int number, String text) {
    this.number = number;
    this.text = text;
    words = words(text);
    String where = file + ":" + number;
    if (!WORD.matcher(text).replaceAll("").isBlank()) {
      throw new SettingsException(
          "The command line in " + where + " has a quotation mark without a second one: " + text);
    }
    if (words.get(0).equals("batch")) {
      throw new SettingsException(
          "The command line in " + where + " is a batch itself; put its lines here instead.");
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      words.add(QUOTED.matcher(word.group()).replaceAll("$1$2"));
    }
    return words;
  }

  /**
   * All command lines of a file; lines that are empty or begin with {@code #} are none, and a first
   * word {@code gradus} is passed over.
   *
   * @throws SettingsException when there are none, or one cannot be divided into words
   */
  static List<BatchLine> read(Path file, Configuration configuration) throws IOException {
    List<BatchLine> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                file.getFileSystem(configuration).open(file), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String text = line.strip().replaceFirst("^gradus\\s+", "");
        if (!text.isEmpty() && !text.startsWith("#")) {
          lines.add(new BatchLine(file, number, text));
        }
      }
    }
    if (lines.isEmpty()) {
      throw new SettingsException(
          "The batch " + file + " has no command line; write one on each line.");
    }
    return lines;
  }

  /** Its words, behind some that come first. */
  String[] wordsBehind(String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(words);
    return all.toArray(new String[0]);
  }

  /** Name of the file that its output goes to. */
  String log() {
    return String.format(Locale.ROOT, "line-%03d.log", number);
  }

  @Override
  public String toString() {
    return text;
  }
}

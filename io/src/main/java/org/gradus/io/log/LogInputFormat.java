package org.gradus.io.log;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;

/** Reads problem logs named by {@link #INPUT} through the source named by {@link #SOURCE}. */
public final class LogInputFormat extends FileInputFormat<NullWritable, LogRecord> {
  /** The logs. */
  public static final Key<String> INPUT =
      Key.text(
              "gradus.sort.input",
              "",
              "Logs to read: files, folders (with all below them) and globs, separated by commas;"
                  + " plain, .gz, .bz2 or .zst.")
          .withOption("--input")
          .repeatable();

  /** The source adapter. */
  public static final Key<String> SOURCE =
      Key.text(
              "gradus.sort.source",
              "gradus",
              "How to read the logs: the name of a source, or the path of a properties file that"
                  + " describes one.")
          .withOption("--source");

  /** The fold column. */
  public static final Key<String> FOLD_COLUMN =
      Key.text(
              "gradus.sort.fold-column",
              "",
              "Column of the logs that says which fold or split a row belongs to; empty for none.")
          .withOption("--fold-column");

  /** The settings that decide what is read. */
  public static List<Key<?>> keys() {
    return List.of(INPUT, SOURCE, FOLD_COLUMN);
  }

  /**
   * Checks the inputs before anything is submitted: that every one is there, and that the heads of
   * the first files are text with the columns that the source needs.
   *
   * @throws org.gradus.io.settings.SettingsException when an input or the source does not exist
   * @throws org.gradus.io.settings.DataException when a file cannot be used
   */
  public static void check(Configuration configuration) throws IOException {
    if (!INPUT.isSet(configuration)) {
      throw new SettingsException("--input is not set; name the logs to read.");
    }
  }

  @Override
  public RecordReader<NullWritable, LogRecord> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    throw new UnsupportedOperationException("not yet");
  }
}

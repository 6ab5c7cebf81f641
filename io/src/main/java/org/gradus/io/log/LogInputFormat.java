package org.gradus.io.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.settings.UserFile;
import org.gradus.io.source.Source;

/**
 * Reads problem logs named by {@link #INPUT} through the source named by {@link #SOURCE}. The paths
 * of {@link FileInputFormat} are not used; its least and greatest split size are.
 */
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

  /** The table that a source joins. */
  public static final Key<String> TABLE =
      Key.text(
              "gradus.sort.table",
              "",
              "Table that the source joins to each row of the logs, such as the questions.csv of"
                  + " source ednet; at most 64 MiB, since every task holds it in memory.")
          .withOption("--table");

  /** The fold column. */
  public static final Key<String> FOLD_COLUMN =
      Key.text(
              "gradus.sort.fold-column",
              "",
              "Column of the logs that says which fold or split a row belongs to; empty for none.")
          .withOption("--fold-column");

  /** The exercise column. */
  public static final Key<String> EXERCISE_COLUMN =
      Key.text(
              "gradus.sort.exercise-column",
              "",
              "Column of the logs that names the exercise, such as KC(SubSkills); empty for the"
                  + " one that the source says.")
          .withOption("--exercise-column");

  /** The format of times. */
  public static final Key<String> TIME_FORMAT =
      Key.text(
              "gradus.sort.time-format",
              "",
              "How times are written: auto, iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern"
                  + " such as dd/MM/yyyy HH:mm; empty for what the source says.")
          .withOption("--time-format");

  /** Files of an input that are listed to check the heads of the first ones. */
  private static final int MOST_CHECKED = 10_000;

  /** Carries the text of the user's own source file from the client to the tasks. */
  private static final String SOURCE_TEXT = "gradus.sort.source-text";

  /** Carries the path of the table, where the tasks can read it. */
  private static final String TABLE_COPY = "gradus.internal.table-copy";

  /** The settings that decide what is read. */
  public static List<Key<?>> keys() {
    return List.of(INPUT, SOURCE, TABLE, FOLD_COLUMN, EXERCISE_COLUMN, TIME_FORMAT);
  }

  /**
   * Checks the inputs before anything is submitted: that every one is there, and that the heads of
   * the first 50 files are text with the columns that the source needs, and that its table is.
   *
   * @throws org.gradus.io.settings.SettingsException when an input or the source does not exist
   * @throws org.gradus.io.settings.DataException when a file cannot be used
   */
  public static void check(Configuration configuration) throws IOException {
    Source source = source(configuration);
    new LogCheck(source, configuration)
        .check(LogFiles.some(INPUT.get(configuration), MOST_CHECKED, configuration));
  }

  /**
   * The files to read, sorted by path.
   *
   * @throws org.gradus.io.settings.SettingsException when an input does not exist or holds no file
   */
  public static List<LogFile> files(Configuration configuration) throws IOException {
    return LogFiles.list(INPUT.get(configuration), configuration);
  }

  /**
   * What the settings name: the inputs as they are written there, each a file, a folder or a glob,
   * and the user's own source file and the table, if there are any.
   */
  public static List<String> named(Configuration configuration) throws IOException {
    List<String> named = new ArrayList<>(LogFiles.names(INPUT.get(configuration)));
    String source = SOURCE.get(configuration);
    if (!Source.names().contains(source)) {
      named.add(source);
    }
    if (TABLE.isSet(configuration)) {
      named.add(UserFile.find("--table", TABLE.get(configuration), configuration).toString());
    }
    return named;
  }

  /**
   * Puts the source's table, if it joins one, where the tasks can read it: where it is, or, when
   * that is another file system than the work folder's, into a folder of the job's own.
   */
  public static void shipTable(Job job, Path folder) throws IOException {
    Configuration configuration = job.getConfiguration();
    if (!TABLE.isSet(configuration)) {
      return;
    }
    Path table = UserFile.find("--table", TABLE.get(configuration), configuration);
    FileSystem from = table.getFileSystem(configuration);
    FileSystem to = folder.getFileSystem(configuration);
    if (!from.getUri().equals(to.getUri())) {
      Path copy = to.makeQualified(new Path(folder, table.getName()));
      FileUtil.copy(from, table, to, copy, false, true, configuration);
      table = copy;
    }
    configuration.set(TABLE_COPY, table.toString());
  }

  /** Whether names of files tell who the students are. */
  public static boolean namesStudentsByFile(Configuration configuration) throws IOException {
    return source(configuration).namesStudentsByFile();
  }

  /** The source in force, with the columns that the settings choose and its table. */
  static Source source(Configuration configuration) throws IOException {
    Source source = sourceAlone(configuration);
    String table = configuration.get(TABLE_COPY, TABLE.get(configuration));
    if (source.joins().isEmpty() == table.isEmpty()) {
      return table.isEmpty()
          ? source
          : source.with(
              TableFile.read(
                  UserFile.find("--table", table, configuration), source, configuration));
    }
    throw new SettingsException(
        table.isEmpty()
            ? "Source '"
                + source.name()
                + "' joins a table with the columns "
                + source.joins()
                + " to the logs; give it with --table FILE."
            : "--table " + table + " is given, but source '" + source.name() + "' joins no table.");
  }

  private static Source sourceAlone(Configuration configuration) throws IOException {
    String name = SOURCE.get(configuration);
    String text = configuration.get(SOURCE_TEXT, "");
    Source source = text.isEmpty() ? Source.load(name, configuration) : Source.parse(name, text);
    source = with(source, "fold", FOLD_COLUMN, configuration);
    source = with(source, "exercise", EXERCISE_COLUMN, configuration);
    return with(source, "time.format", TIME_FORMAT, configuration);
  }

  private static Source with(
      Source source, String setting, Key<String> key, Configuration configuration) {
    return key.isSet(configuration) ? source.with(setting, key.get(configuration)) : source;
  }

  @Override
  public List<InputSplit> getSplits(JobContext job) throws IOException {
    Configuration configuration = job.getConfiguration();
    configuration.set(SOURCE_TEXT, sourceAlone(configuration).text());
    LogCodecs codecs = new LogCodecs(configuration);
    LogSplits splits = null;
    for (LogFile file : files(configuration)) {
      if (splits == null) {
        splits =
            new LogSplits(
                splitBytes(job, file), (part, offset) -> hosts(part, offset, configuration));
      }
      if (file.length() > 0) {
        splits.add(file, codecs.isSplittable(file.name()));
      }
    }
    return splits == null ? new ArrayList<>() : splits.splits();
  }

  private long splitBytes(JobContext job, LogFile file) {
    long least = Math.max(getFormatMinSplitSize(), getMinSplitSize(job));
    return computeSplitSize(Math.max(1, file.blockBytes()), least, getMaxSplitSize(job));
  }

  private static String[] hosts(LogFile file, long offset, Configuration configuration)
      throws IOException {
    FileSystem system = file.path().getFileSystem(configuration);
    BlockLocation[] blocks = system.getFileBlockLocations(file.path(), offset, 1);
    return blocks == null || blocks.length == 0 ? new String[0] : blocks[0].getHosts();
  }

  @Override
  public RecordReader<NullWritable, LogRecord> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new LogRecordReader();
  }
}

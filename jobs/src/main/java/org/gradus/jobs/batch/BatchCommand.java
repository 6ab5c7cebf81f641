package org.gradus.jobs.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.settings.UserFile;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.RunKeys;

/** {@code gradus batch}: the command lines of a file, some of them side by side. */
public final class BatchCommand implements Command {
  static final Key<String> INPUT =
      Key.text(
              "gradus.batch.input",
              "",
              "File with a command line of gradus on each line, such as 'run --input logs.csv --work w1'; quotation marks hold a word together, # begins a line that is none.")
          .withOption("--input");

  static final Key<Long> AT_ONCE =
      Key.whole(
              "gradus.batch.at-once",
              2,
              1,
              64,
              "Command lines that run side by side and share the memory of the process.")
          .withOption("--at-once");

  static final Key<String> LOGS =
      Key.text(
              "gradus.batch.logs",
              "gradus-batch-logs",
              "Folder for what the command lines say, a file each.")
          .withOption("--logs");

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public String summary() {
    return "Runs the command lines of a file in one process, some side by side: much quicker than one by one.";
  }

  @Override
  public String example() {
    return "batch --input experiments.txt --at-once 2";
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(INPUT, AT_ONCE, LOGS);
  }

  @Override
  public int run(CommandContext context) throws IOException, InterruptedException {
    Configuration configuration = context.configuration();
    if (!INPUT.isSet(configuration)) {
      throw new SettingsException("No command lines are named: add --input FILE.");
    }
    List<BatchLine> lines =
        BatchLine.read(
            UserFile.find("--input", INPUT.get(configuration), configuration), configuration);
    Path logs = logs(configuration);
    int exit = runAll(lines, logs, context);
    context.out().println("What each has said: " + logs.resolve("line-*.log"));
    return exit;
  }

  private static Path logs(Configuration configuration) throws IOException {
    try {
      return Files.createDirectories(Path.of(LOGS.get(configuration)));
    } catch (FileAlreadyExistsException e) {
      SettingsException refusal =
          new SettingsException(
              "--logs "
                  + LOGS.get(configuration)
                  + " is a file but must be a folder, or not there.");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  /** The exit code of the first line, in their order, that has failed; 0 if none has. */
  private static int runAll(List<BatchLine> lines, Path logs, CommandContext context)
      throws IOException, InterruptedException {
    int atOnce = AT_ONCE.get(context.configuration()).intValue();
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      AtomicInteger ended = new AtomicInteger();
      List<Future<Integer>> exits = new ArrayList<>();
      for (BatchLine line : lines) {
        exits.add(threads.submit(() -> run(line, lines.size(), ended, logs, context)));
      }
      int first = 0;
      for (Future<Integer> exit : exits) {
        int code = exit.get();
        first = first == 0 ? code : first;
      }
      return first;
    } catch (ExecutionException e) {
      throw new IOException("A command line could not be run: " + e.getCause().getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int run(
      BatchLine line, int lines, AtomicInteger ended, Path logs, CommandContext context)
      throws IOException {
    long start = System.nanoTime();
    double share = 1.0 / Math.min(lines, AT_ONCE.get(context.configuration()));
    try (PrintStream log =
        new PrintStream(logs.resolve(line.log()).toFile(), StandardCharsets.UTF_8)) {
      int exit = context.gradus(log, line.wordsBehind("-D", RunKeys.HEAP_SHARE + "=" + share));
      context
          .out()
          .printf(
              Locale.ROOT,
              "[%d/%d] %s after %.1f s: %s%n",
              ended.incrementAndGet(),
              lines,
              exit == 0 ? "done" : "exit " + exit,
              (System.nanoTime() - start) / 1e9,
              line);
      return exit;
    }
  }
}

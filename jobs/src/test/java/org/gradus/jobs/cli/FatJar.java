package org.gradus.jobs.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code target/gradus.jar}, run in a process of its own as {@code bin/gradus} does. */
final class FatJar {
  private static final Path TARGET = Path.of(System.getProperty("basedir", "."), "target");

  /** The jar. */
  static final File FILE = TARGET.resolve("gradus.jar").toFile();

  private final File folder;

  /** To be run in a folder. */
  FatJar(File folder) {
    this.folder = folder;
  }

  /** What code has to be compiled against to run with the jar, and what it runs with. */
  static String classPath() {
    return FILE.getAbsolutePath() + File.pathSeparator + hadoop();
  }

  private static String hadoop() {
    return Arrays.stream(TARGET.resolve("hadoop").toFile().listFiles())
        .map(File::getAbsolutePath)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs a command line that must succeed, and returns all that it says. */
  String run(String... arguments) throws IOException, InterruptedException {
    return run(0, arguments);
  }

  /** Runs a command line that must end with an exit code. */
  String run(int code, String... arguments) throws IOException, InterruptedException {
    return run(code, List.of("org.gradus.jobs.cli.Gradus"), classPath(), arguments);
  }

  /** Runs a command line that must succeed as {@code hadoop jar} does, which unpacks the jar. */
  String hadoopJar(String... arguments) throws IOException, InterruptedException {
    List<String> main = List.of("org.apache.hadoop.util.RunJar", FILE.getAbsolutePath());
    return run(0, main, hadoop(), arguments);
  }

  private String run(int code, List<String> main, String classPath, String... arguments)
      throws IOException, InterruptedException {
    String conf = TARGET.resolve("../../conf").toAbsolutePath().toString();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(conf + File.pathSeparator + classPath);
    command.addAll(main);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder).redirectErrorStream(true);
    builder.environment().put("GRADUS_COLUMNS", "100");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != code) {
      throw new AssertionError(
          "exit code " + process.exitValue() + " and not " + code + ": " + output);
    }
    return output;
  }
}

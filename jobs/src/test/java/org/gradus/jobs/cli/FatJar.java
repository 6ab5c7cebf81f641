package org.gradus.jobs.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    StringBuilder path = new StringBuilder(FILE.getAbsolutePath());
    for (File hadoop : TARGET.resolve("hadoop").toFile().listFiles()) {
      path.append(File.pathSeparator).append(hadoop.getAbsolutePath());
    }
    return path.toString();
  }

  /** Runs a command line that must succeed, and returns all that it says. */
  String run(String... arguments) throws IOException, InterruptedException {
    return run(0, arguments);
  }

  /** Runs a command line that must end with an exit code. */
  String run(int code, String... arguments) throws IOException, InterruptedException {
    String conf = TARGET.resolve("../../conf").toAbsolutePath().toString();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(conf + File.pathSeparator + classPath());
    command.add("org.gradus.jobs.cli.Gradus");
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

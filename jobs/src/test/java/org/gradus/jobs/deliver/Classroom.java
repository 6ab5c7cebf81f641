package org.gradus.jobs.deliver;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;

/** The program, and work folders in which a small class has been run and predicted. */
final class Classroom {
  /** Students of every class. */
  static final int STUDENTS = 12;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  int gradus(String... arguments) {
    said.reset();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Gradus(Installed.onClassPath(), stream, stream).run(arguments);
  }

  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** A work folder with predictions for ann, ann1 to ann11, whose answers depend on a modulus. */
  String work(File folder, int modulus) throws IOException {
    List<String> log = new ArrayList<>(List.of("student_id,exercise_id,correct,order_id"));
    for (int i = 0; i < 240; i++) {
      String student = i % STUDENTS == 0 ? "ann" : "ann" + i % STUDENTS;
      log.add(student + ",sums" + i % 3 + "," + (i * i % modulus < 3 ? 1 : 0) + "," + i);
    }
    Path file = folder.toPath().resolve("log" + modulus + ".csv");
    Files.write(file, log);
    String work = new File(folder, "work" + modulus).getPath();
    run("run", "--input", file.toString(), "--work", work, "--target", "evaluation");
    run("predict", "--work", work, "-Dgradus.predict.challenge-least-attempts=1");
    return work;
  }

  /** A command that has to succeed. */
  void run(String... arguments) {
    if (gradus(arguments) != 0) {
      throw new AssertionError(said());
    }
  }
}

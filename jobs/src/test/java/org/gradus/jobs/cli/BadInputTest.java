package org.gradus.jobs.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.gradus.jobs.driver.Installed;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What a user gets for each kind of unusable or odd input: one clear sentence, the exit code, no
 * stack trace.
 */
public class BadInputTest {
  private static final String HEADER = "student_id,exercise_id,problem_id,correct,order_id,split\n";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.getRoot().toPath().resolve(name), bytes);
  }

  private Path log(int students, int exercises, boolean allCorrect) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int student = 0; student < students; student++) {
      for (int i = 0; i < 12; i++) {
        boolean correct = allCorrect || (student + i) % 3 > 0;
        text.append(
            String.format(
                "s%d,e%d,q%d,%d,%d,train%n", student, i % exercises, i % 4, correct ? 1 : 0, i));
      }
    }
    return file("log.csv", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private int run(Path input, String... more) {
    return run(input.toString(), more);
  }

  private int run(String input, String... more) {
    File work = new File(folder.getRoot(), "work");
    List<String> arguments =
        new ArrayList<>(List.of("run", "--input", input, "--work", work.toString()));
    arguments.addAll(Arrays.asList(more));
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Gradus(Installed.onClassPath(), outStream, errStream)
        .run(arguments.toArray(new String[0]));
  }

  private void assertRefused(int expected, int code, String... words) {
    String sentence = err.toString(StandardCharsets.UTF_8);
    assertEquals(sentence, expected, code);
    assertEquals("more than one line: " + sentence, 1, sentence.lines().count());
    assertFalse(sentence, sentence.contains("Exception"));
    for (String word : words) {
      assertTrue("no '" + word + "' in: " + sentence, sentence.contains(word));
    }
  }

  private void assertDone(int code, String... words) {
    assertEquals(err.toString(StandardCharsets.UTF_8), 0, code);
    String summary = out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    for (String word : words) {
      assertTrue("no '" + word + "' in: " + summary, summary.contains(word));
    }
  }

  @Test
  public void aMissingPath() {
    assertRefused(2, run(Path.of("no-such.csv")), "no-such.csv", "does not exist");
  }

  @Test
  public void anEmptyFile() throws IOException {
    assertRefused(3, run(file("empty.csv", new byte[0])), "empty.csv", "is empty");
  }

  @Test
  public void aWrongColumn() throws IOException {
    byte[] log = Files.readAllBytes(log(2, 2, false));
    String renamed = new String(log, StandardCharsets.UTF_8).replace("correct", "right");
    Path input = file("renamed.csv", renamed.getBytes(StandardCharsets.UTF_8));
    assertRefused(3, run(input), "renamed.csv", "'correct'", "right");
  }

  @Test
  public void anUnknownSource() throws IOException {
    assertRefused(2, run(log(2, 2, false), "--source", "gradu"), "'gradu'", "gradus");
  }

  private String[] ednet(String questions) throws IOException {
    file("questions.csv", questions.getBytes(StandardCharsets.UTF_8));
    return new String[] {"--source", "ednet", "--table", folder.getRoot() + "/questions.csv"};
  }

  private Path studentFiles() throws IOException {
    Path logs = Files.createDirectories(folder.getRoot().toPath().resolve("KT1"));
    for (int student = 0; student < 30; student++) {
      StringBuilder text =
          new StringBuilder("timestamp,solving_id,question_id,user_answer,elapsed_time\n");
      for (int i = 0; i < 12; i++) {
        String answer = (student + i) % 3 > 0 ? "a" : "b";
        text.append(1_565_096_190_868L + i).append(',').append(i).append(",q").append(i % 4);
        text.append(',').append(answer).append(",1000\n");
      }
      Files.writeString(logs.resolve("u" + student + ".csv"), text);
    }
    return logs;
  }

  @Test
  public void oneFilePerStudentAndATable() throws IOException {
    String table = "question_id,correct_answer,part,tags\nq0,a,1,7\nq1,a,1,7;8\n";
    int code = run(studentFiles(), ednet(table + "q2,a,2,9\nq3,a,2,-1\n"));
    assertDone(code, "lines read 360", "attempts kept 270", "students 30", "exercises 3");
  }

  @Test
  public void aTableThatIsMissingOrWrong() throws IOException {
    assertRefused(2, run(studentFiles(), "--source", "ednet"), "joins a table", "--table FILE");
    err.reset();
    assertRefused(
        2, run(studentFiles(), "--source", "ednet", "--table", "no.csv"), "--table no.csv");
    err.reset();
    String[] noAnswers = ednet("question_id,part,tags\nq0,1,7\n");
    assertRefused(3, run(studentFiles(), noAnswers), "questions.csv", "'correct_answer'");
    err.reset();
    String[] otherQuestions = ednet("question_id,correct_answer,part,tags\nq9,a,1,7\n");
    assertRefused(3, run(studentFiles(), otherQuestions), "360 NOT_IN_TABLE");
  }

  @Test
  public void anUnknownSetting() throws IOException {
    int code = run(log(2, 2, false), "-Dgradus.train.rigde=3");
    assertRefused(2, code, "gradus.train.rigde", "gradus.train.ridge");
  }

  @Test
  public void aTruncatedGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(log(200, 5, false)));
    }
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    assertRefused(3, run(file("half.csv.gz", half)), "half.csv.gz:", "ends early");
  }

  @Test
  public void aBinaryFile() throws IOException {
    byte[] bytes = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, '\n', 0, 1};
    assertRefused(3, run(file("program", bytes)), "program", "not text");
  }

  @Test
  public void aHeaderAlone() throws IOException {
    Path input = file("header.csv", HEADER.getBytes(StandardCharsets.UTF_8));
    assertRefused(3, run(input), "no line at all besides headers");
  }

  @Test
  public void oneStudent() throws IOException {
    Path input = log(1, 2, false);
    assertDone(run(input, "--holdout", "0"), "training attempts 12", "no student was held out");
  }

  @Test
  public void oneExercise() throws IOException {
    assertDone(run(log(40, 1, false)), "exercises fitted 1", "AUC 0.");
  }

  @Test
  public void everyAnswerCorrect() throws IOException {
    assertDone(run(log(40, 3, true)), "every held-out answer is correct");
  }

  @Test
  public void aWorkFolderInUse() throws IOException {
    Path work = Files.createDirectory(folder.getRoot().toPath().resolve("work"));
    Files.writeString(work.resolve("thesis.txt"), "precious");
    assertRefused(2, run(log(2, 2, false)), work.toString(), "in use by something else");
  }

  @Test
  public void aFolderIsTheSameInputWithASlashBehindIt() throws IOException {
    Path logs = Files.createDirectory(folder.getRoot().toPath().resolve("class"));
    Files.move(log(40, 2, false), logs.resolve("log.csv"));
    assertDone(run(logs.toString(), "--target", "census"), "sort done");
    assertDone(run(logs + "/", "--target", "census"), "sort up to date");
  }

  @Test
  public void aColonInAName() throws IOException {
    assertRefused(2, run(Path.of("a:b.csv")), "--input a:b.csv", "colon");
  }

  @Test
  public void moreFoldsThanStudents() throws IOException {
    assertRefused(2, run(log(20, 2, false), "--folds", "50"), "--folds is '50'", "20 students");
  }

  @Test
  public void aWorkFolderThatCannotBeMade() throws IOException {
    file("work", new byte[] {1});
    assertRefused(1, run(log(2, 2, false)), "cannot be used");
  }

  @Test
  public void aTestFoldWithoutStudents() throws IOException {
    int code = run(log(20, 2, false), "--fold-column", "split", "--test-fold", "tset");
    assertRefused(3, code, "'split'", "'tset'");
  }
}

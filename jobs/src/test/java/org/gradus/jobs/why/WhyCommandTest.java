package org.gradus.jobs.why;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WhyCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<StudentHistory> histories = SimulatedHistories.of(30, 3);

  private Path log() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("student_id,exercise_id,problem_id,correct,order_id"));
    for (StudentHistory history : histories) {
      for (Attempt attempt : history.attempts()) {
        lines.add(
            String.join(
                ",",
                history.student(),
                attempt.exercise(),
                attempt.item(),
                attempt.correct() ? "1" : "0",
                Integer.toString(lines.size())));
      }
    }
    return Files.write(folder.getRoot().toPath().resolve("log.csv"), lines);
  }

  private String gradus(int exit, String... arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> line = new ArrayList<>(Arrays.asList(arguments));
    line.add("--work=" + folder.getRoot().toPath().resolve("work"));
    int code = new Gradus(Installed.onClassPath(), out, out).run(line.toArray(new String[0]));
    String text = said.toString(StandardCharsets.UTF_8);
    assertEquals(text, exit, code);
    return text;
  }

  @Test
  public void tellsOfTheModelOfAnExerciseAndOfAnAnswer() throws Exception {
    String early = gradus(2, "why");
    assertTrue(early, early.contains("run 'gradus run' first"));
    gradus(0, "run", "-Dmapreduce.task.io.sort.mb=8", "--input=" + log(), "--target=model");
    String model = gradus(0, "why");
    assertTrue(model, model.contains("difficulty") && model.contains("share"));
    StudentHistory history = histories.get(7);
    String exercise = history.attempts().get(0).exercise();
    String one = gradus(0, "why", "--exercise=" + exercise);
    assertTrue(one, one.contains("std error"));
    String answer = gradus(0, "why", "--student=" + history.student(), "--exercise=" + exercise);
    int answers = history.attempts().size();
    assertTrue(answer, answer.contains("after " + answers + " answers: P(correct) 0."));
    assertTrue(answer, answer.contains("90 % interval 0."));
    assertTrue(answer, answer.contains(" right on this exercise"));
    String unknown = gradus(0, "why", "--student=" + history.student(), "--exercise=new");
    assertTrue(unknown, unknown.contains("does not know this one"));
  }

  @Test
  public void refusesWhomItDoesNotKnow() throws Exception {
    gradus(0, "run", "-Dmapreduce.task.io.sort.mb=8", "--input=" + log(), "--target=model");
    assertTrue(gradus(2, "why", "--student=nobody", "--exercise=x").contains("'nobody'"));
    assertTrue(gradus(2, "why", "--student=nobody").contains("add --exercise"));
    assertTrue(gradus(2, "why", "--exercise=nothing").contains("'nothing'"));
  }
}

package org.gradus.jobs.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.jobs.train.TrainStep;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.RankedExercise;
import org.gradus.model.knowledge.StudentState;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The predict step on LocalJobRunner, behind a model that was really trained. */
public class PredictStepTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<StudentHistory> histories = SimulatedHistories.of(80, 12);
  private Path model;

  private StepHarness harness(List<StudentHistory> written, int files) throws IOException {
    File work = folder.newFolder();
    StepHarness harness = new StepHarness(work).with("mapreduce.job.reduces", "2");
    harness.with(ExampleMapper.FEATURES, "bias,local,counts,state");
    harness.with(PredictKeys.CHALLENGE_LEAST_ATTEMPTS, 5L);
    harness.with(PredictKeys.RECOMMENDATIONS, 4L);
    return SimulatedHistories.give(harness, written, files);
  }

  private StepHarness predicted(List<StudentHistory> written, int files) throws Exception {
    StepHarness harness = harness(written, files);
    if (model == null) {
      harness.run(new DifficultyStep()).run(new PriorStep()).run(new TrainStep());
      model = harness.output("model");
    }
    return harness.given("model", model).run(new PredictStep());
  }

  private static List<java.nio.file.Path> files(Path place, String ending) throws IOException {
    try (Stream<java.nio.file.Path> files =
        Files.list(java.nio.file.Path.of(place.toUri().getPath()))) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().collect(Collectors.toList());
    }
  }

  /** Records by student; the group is of Parquet's own generic reader. */
  private static Map<String, Group> records(StepHarness harness) throws IOException {
    Map<String, Group> records = new TreeMap<>();
    for (java.nio.file.Path file : files(harness.output(PredictStep.PREDICTIONS), ".parquet")) {
      try (ParquetReader<Group> reader =
          ParquetReader.builder(new GroupReadSupport(), new Path(file.toUri())).build()) {
        for (Group row = reader.read(); row != null; row = reader.read()) {
          assertEquals(null, records.put(row.getString("student", 0), row));
        }
      }
    }
    return records;
  }

  private static List<String> exercises(Group record, String list) {
    Group group = record.getGroup(list, 0);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < group.getFieldRepetitionCount("list"); i++) {
      names.add(group.getGroup("list", i).getGroup("element", 0).getString("exercise", 0));
    }
    return names;
  }

  private static Set<String> rows(StepHarness harness) throws IOException {
    Set<String> rows = new TreeSet<>();
    for (java.nio.file.Path file : files(harness.output(PredictStep.PREDICTIONS), ".csv")) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      assertEquals("student,kind,place,exercise,probability", lines.get(0));
      rows.addAll(lines.subList(1, lines.size()));
    }
    return rows;
  }

  private static String thresholds(StepHarness harness) throws IOException {
    return Files.readString(files(harness.output(PredictStep.THRESHOLDS), "part-r-00000").get(0));
  }

  @Test
  public void aRunForItsFiguresAloneHasNothingToPredictWith() throws Exception {
    StepHarness harness =
        harness(histories, 1).with(StudentSplit.FOLDS, "2").with(Variant.FIGURES_ONLY, true);
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> harness.run(new PredictStep()));
    assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("Predictions need a model"));
  }

  @Test
  public void eachStudentHasTheStateThatAServerWouldHave() throws Exception {
    StepHarness harness = predicted(histories, 2);
    Map<String, Group> records = records(harness);
    assertEquals(histories.size(), records.size());
    KnowledgeModel loaded = KnowledgeModel.load(java.nio.file.Path.of(model.toUri().getPath()));
    int challenges = 0;
    for (StudentHistory history : histories) {
      StudentState student = loaded.newStudent();
      history.attempts().forEach(student::observe);
      Group record = records.get(history.student());
      assertArrayEquals(student.toBytes(), record.getBinary("state", 0).getBytes());
      assertEquals(history.attempts().size(), record.getInteger("attempts", 0));
      assertEquals(4, exercises(record, "recommended").size());
      assertNearest(student.rank(), exercises(record, "recommended"));
      for (String exercise : exercises(record, "challenges")) {
        challenges++;
        assertTrue(history.attempts().stream().noneMatch(a -> a.exercise().equals(exercise)));
      }
    }
    assertTrue("no challenge card at all", challenges > 0);
    assertEquals((long) challenges, harness.figures().get("challenge cards"));
    assertEquals(4 * histories.size() + challenges, rows(harness).size());
  }

  private static void assertNearest(List<RankedExercise> ranked, List<String> recommended) {
    double farthest = 0;
    double nearestOther = 1;
    for (RankedExercise exercise : ranked) {
      double distance = Math.abs(exercise.probability() - 0.85);
      if (recommended.contains(exercise.exercise())) {
        farthest = Math.max(farthest, distance);
      } else {
        nearestOther = Math.min(nearestOther, distance);
      }
    }
    assertTrue(farthest <= nearestOther);
  }

  @Test
  public void theResultDoesNotDependOnFilesAndTasks() throws Exception {
    StepHarness one = predicted(histories, 1);
    List<StudentHistory> reversed = new ArrayList<>(histories);
    java.util.Collections.reverse(reversed);
    StepHarness five = predicted(reversed, 5);
    assertEquals(rows(one), rows(five));
    assertEquals(thresholds(one), thresholds(five));
    assertFalse(thresholds(one).isEmpty());
  }

  @Test
  public void heldOutStudentsHaveNoPartInTheThresholds() throws Exception {
    StepHarness before = predicted(histories, 2);
    StudentSplit split = StudentSplit.of(before.configuration());
    List<StudentHistory> flipped = new ArrayList<>();
    for (StudentHistory history : histories) {
      boolean heldOut = split.roleOf(history) == StudentSplit.Role.HELD_OUT;
      flipped.add(heldOut ? flipped(history) : history);
    }
    assertFalse(flipped.equals(histories));
    assertEquals(thresholds(before), thresholds(predicted(flipped, 2)));
    flipped.replaceAll(PredictStepTest::flipped);
    assertFalse(thresholds(before).equals(thresholds(predicted(flipped, 2))));
  }

  private static StudentHistory flipped(StudentHistory history) {
    List<Attempt> attempts = new ArrayList<>();
    for (Attempt attempt : history.attempts()) {
      attempts.add(
          Attempt.on(attempt.exercise())
              .item(attempt.item())
              .correct(!attempt.correct())
              .epochMillis(attempt.epochMillis())
              .order(attempt.order())
              .build());
    }
    return new StudentHistory(history.student(), attempts);
  }
}

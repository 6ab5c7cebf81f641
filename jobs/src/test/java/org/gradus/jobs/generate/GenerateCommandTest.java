package org.gradus.jobs.generate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.json.JsonReader;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedAttempt;
import org.gradus.model.simulate.SimulatedClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GenerateCommandTest {
  private static final String HEADER =
      "student_id,exercise_id,problem_id,correct,timestamp,seconds_taken,hints,attempts";
  private static final int STUDENTS = 60;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @SuppressWarnings("unchecked")
  private LocalCommands small(String output) {
    File scratch = new File(folder.getRoot(), "scratch");
    return new LocalCommands(scratch)
        .with(GenerateSettings.OUTPUT, new File(folder.getRoot(), output).getAbsolutePath())
        .with((Key<Long>) GenerateSettings.key(ClassOption.STUDENTS), (long) STUDENTS)
        .with((Key<Long>) GenerateSettings.key(ClassOption.EXERCISES), 7L);
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private static List<String> lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        bytes = in.readAllBytes();
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", 0));
  }

  private List<List<String>> shards(String output) throws IOException {
    List<List<String>> shards = new ArrayList<>();
    String[] names = path(output).toFile().list((dir, name) -> name.startsWith("attempts-"));
    Arrays.sort(names);
    for (String name : names) {
      shards.add(lines(path(output).resolve(name)));
    }
    return shards;
  }

  private static List<String> union(List<List<String>> shards) {
    List<String> all = new ArrayList<>();
    shards.forEach(shard -> all.addAll(shard.subList(1, shard.size())));
    Collections.sort(all);
    return all;
  }

  private static List<String> expected() {
    ClassOptions options =
        new ClassOptions().with(ClassOption.STUDENTS, STUDENTS).with(ClassOption.EXERCISES, 7);
    SimulatedClass simulated = new SimulatedClass(options);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < STUDENTS; i++) {
      for (SimulatedAttempt attempt : simulated.student(i).attempts()) {
        all.add(new AttemptRow(false).clean(simulated.student(i), attempt.attempt()));
      }
    }
    Collections.sort(all);
    return all;
  }

  @Test
  public void theShardsTogetherAreTheClassInTimeOrder() throws Exception {
    for (long shards : new long[] {1, 3, 8}) {
      String output = "class" + shards;
      LocalCommands commands =
          small(output).with(GenerateSettings.SHARDS, shards).with(GenerateSettings.FORMAT, "csv");
      assertEquals(0, new GenerateCommand().run(commands));
      List<List<String>> written = shards(output);
      assertEquals(shards, written.size());
      assertEquals(expected(), union(written));
      for (List<String> shard : written) {
        assertEquals(HEADER, shard.get(0));
        long before = 0;
        for (String line : shard.subList(1, shard.size())) {
          long time = Long.parseLong(line.split(",", -1)[4]);
          assertTrue(time >= before);
          before = time;
        }
      }
    }
  }

  @Test
  public void theBytesDoNotDependOnTheNumberOfMapTasks() throws Exception {
    Map<String, byte[]> first = new TreeMap<>();
    for (long tasks : new long[] {1, 3, 8}) {
      LocalCommands commands =
          small("tasks" + tasks)
              .with(GenerateSettings.MAP_TASKS, tasks)
              .with(GenerateSettings.DIRT, 0.2);
      new GenerateCommand().run(commands);
      try (var files = Files.walk(path("tasks" + tasks))) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          String name = path("tasks" + tasks).relativize(file).toString();
          byte[] bytes = Files.readAllBytes(file);
          assertArrayEquals(name, first.computeIfAbsent(name, n -> bytes), bytes);
        }
      }
    }
    assertEquals(
        "[_truth/exercises.csv, _truth/items.csv, _truth/students.csv, _truth/truth.json,"
            + " attempts-00000.csv.gz, attempts-00001.csv.gz, attempts-00002.csv.gz,"
            + " attempts-00003.csv.gz]",
        first.keySet().toString());
  }

  @Test
  @SuppressWarnings("unchecked")
  public void theDirtIsWhatTruthSays() throws Exception {
    new GenerateCommand().run(small("dirty").with(GenerateSettings.DIRT, 0.5));
    Map<String, Object> truth =
        JsonReader.readObject(Files.readString(path("dirty/_truth/truth.json")));
    Map<String, Object> dirt = (Map<String, Object>) truth.get("dirt");
    List<List<String>> shards = shards("dirty");
    List<String> rows = union(shards);
    Set<String> kept = new HashSet<>();
    Map<String, Long> found = new TreeMap<>();
    for (String row : rows) {
      String plain = row.replace("\"", "").replace("\r", "");
      String[] fields = plain.split(",", -1);
      String kind = kind(row, fields);
      if (kind.isEmpty() || kind.equals("quotes") || kind.equals("crlf")) {
        kind = kept.add(plain) ? kind : "duplicate";
      }
      found.merge(kind, 1L, Long::sum);
    }
    found.remove("");
    assertEquals(new HashSet<>(expected()), kept);
    assertEquals((long) truth.get("lines"), rows.size());
    assertEquals((long) truth.get("attempts"), kept.size());
    assertEquals(2L, dirt.remove("byte_order_marks"));
    long malformed = (long) dirt.remove("malformed");
    assertEquals(rows.size() - kept.size() - (long) dirt.get("duplicate"), malformed);
    assertEquals(new TreeMap<>(dirt), found);
    dirt.forEach(
        (kind, count) -> assertEquals(kind, kept.size() / 14.0, (double) (long) count, 80));
    assertEquals("\ufeff" + HEADER, shards.get(0).get(0));
    assertEquals(HEADER, shards.get(1).get(0));
    assertEquals("\ufeff" + HEADER, shards.get(3).get(0));
  }

  private static String kind(String row, String[] fields) {
    if (fields.length == 3) {
      return "too_few_fields";
    } else if (fields[3].equals("maybe")) {
      return "bad_correct";
    } else if (fields[4].equals("yesterday")) {
      return "bad_time";
    } else if (fields[0].isEmpty()) {
      return "empty_student";
    } else if (row.endsWith("\r")) {
      return "crlf";
    }
    return row.startsWith("\"") ? "quotes" : "";
  }

  @Test
  @SuppressWarnings("unchecked")
  public void truthHoldsWhatIsPlantedAndTheBestMetrics() throws Exception {
    LocalCommands commands = small("truth");
    new GenerateCommand().run(commands);
    ClassOptions options =
        new ClassOptions().with(ClassOption.STUDENTS, STUDENTS).with(ClassOption.EXERCISES, 7);
    SimulatedClass simulated = new SimulatedClass(options);
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < STUDENTS; i++) {
      for (SimulatedAttempt a : simulated.student(i).attempts()) {
        evaluation.add(a.trueProbability(), a.attempt().correct(), a.opportunity(), 0);
      }
    }
    Map<String, Object> truth =
        JsonReader.readObject(Files.readString(path("truth/_truth/truth.json")));
    Map<String, Object> best = (Map<String, Object>) truth.get("best");
    assertEquals(evaluation.total().logLoss(), (double) best.get("log_loss"), 0);
    assertEquals(evaluation.auc(), (double) best.get("auc"), 0);
    assertEquals((long) STUDENTS, ((Map<String, Object>) truth.get("options")).get("students"));
    List<String> students = lines(path("truth/_truth/students.csv"));
    assertEquals(STUDENTS + 1, students.size());
    assertTrue(students.get(1), students.get(1).startsWith("student-000001,"));
    assertEquals(7 + 1, lines(path("truth/_truth/exercises.csv")).size());
    assertEquals(7 * 20 + 1, lines(path("truth/_truth/items.csv")).size());
    assertTrue(commands.said(), commands.said().contains("of 60 students in 4 files"));
  }

  @Test
  public void anExistingOutputIsLeftAloneAndTheUserIsToldWhatToDo() throws Exception {
    Files.createDirectories(path("taken"));
    Files.writeString(path("taken/precious"), "data");
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> new GenerateCommand().run(small("taken")));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("taken because it is not"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("name another with --output"));
    assertEquals("data", Files.readString(path("taken/precious")));
  }

  @Test
  public void anEmptyOutputAndTheRestOfAKilledRunAreNoObstacle() throws Exception {
    Files.createDirectories(path("class"));
    Files.createDirectories(path(".class.tmp"));
    Files.writeString(path(".class.tmp/attempts-00000.csv"), "half");
    assertEquals(0, new GenerateCommand().run(small("class")));
    assertEquals(4, shards("class").size());
    assertTrue(!Files.exists(path(".class.tmp")));
  }

  @Test
  public void settingsOutOfRangeAreRefused() {
    assertThrows(
        SettingsException.class,
        () -> new GenerateCommand().run(small("x").with(GenerateSettings.FORMAT, "zip")));
    assertThrows(
        SettingsException.class,
        () -> new GenerateCommand().run(small("x").with(GenerateSettings.DIRT, 1.5)));
    assertThrows(
        SettingsException.class,
        () -> new GenerateCommand().run(small("").with(GenerateSettings.OUTPUT, "")));
  }
}

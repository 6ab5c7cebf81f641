package org.gradus.jobs.sort;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gradus.io.census.Census;
import org.gradus.io.history.HistoryFiles;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.settings.DataException;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class SortStepTest {
  private static final String HEADER = "student_id,exercise_id,correct,timestamp";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** Small logs share a map task, whose combiner would do all the reducer's work. */
  private int splitBytes = 20_000;

  @Test
  public void historiesAreInTimeOrderAcrossShardsWithoutDuplicates() throws Exception {
    splitBytes = 40;
    StepHarness harness =
        sort(
            shard("ann,add,1,300", "bob,sub,0,100", "ann,add,0,100"),
            shard("ann,sub,1,200", "ann,add,1,300", "ann,sub,0,200"));
    assertEquals(
        List.of(
            history("ann", "add 0 100", "sub 0 200", "sub 1 200", "add 1 300"),
            history("bob", "sub 0 100")),
        histories(harness));
    assertEquals(6L, harness.figures().get("lines read"));
    assertEquals(5L, harness.figures().get("attempts kept"));
    assertEquals(1L, harness.figures().get("duplicates dropped"));
    assertEquals(2L, harness.figures().get("students"));
    assertEquals(2L, harness.figures().get("exercises"));
    assertEquals(
        List.of(
            "{\"exercise\":\"add\",\"attempts\":2,\"corrects\":1,\"students\":1}",
            "{\"exercise\":\"sub\",\"attempts\":3,\"corrects\":1,\"students\":2}"),
        Files.readAllLines(place(harness, "census").resolve("census.jsonl")));
    assertEquals(List.of(), quarantine(harness));
  }

  @Test
  public void identicalRowsAreAnswersOfTheirOwnWhereAStudentsClockGoesByMinutes() throws Exception {
    StepHarness harness =
        sort(
            shard("ann,add,1,120", "ann,add,1,120", "bob,add,1,120", "ann,sub,1,60"),
            shard("ann,add,1,120", "bob,add,1,120", "bob,sub,0,121", "ann,add,0,120"));
    assertEquals(
        List.of(
            history("ann", "sub 1 60", "add 0 120", "add 1 120", "add 1 120", "add 1 120"),
            history("bob", "add 1 120", "sub 0 121")),
        histories(harness));
    assertEquals(1L, harness.figures().get("duplicates dropped"));
    assertEquals(3L, harness.figures().get("answers in unknown order"));
  }

  /** Coin flips on a clock that goes by days: how often an answer is as the one before it. */
  @Test
  public void answersAtOneTimeDoNotGiveEachOtherAway() throws Exception {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add(
          String.format("u%d,e,%d,%d", i % 200, random.nextInt(2), 86_400L * (1 + i / 200 / 5)));
    }
    StepHarness harness = sort(shard(lines.toArray(new String[0])));
    int alike = 0;
    int pairs = 0;
    for (StudentHistory history : histories(harness)) {
      List<Attempt> attempts = history.attempts();
      for (int i = 1; i < attempts.size(); i++) {
        if (attempts.get(i).epochMillis() == attempts.get(i - 1).epochMillis()) {
          alike += attempts.get(i).correct() == attempts.get(i - 1).correct() ? 1 : 0;
          pairs++;
        }
      }
    }
    assertEquals(16_000, pairs);
    assertEquals(0.5, alike / (double) pairs, 0.015);
  }

  @Test
  public void resultDependsNeitherOnReducersNorOnShards() throws Exception {
    List<String> lines = randomLines(3000, 40);
    List<StudentHistory> expected = expected(lines);
    for (int reducers : new int[] {1, 2, 5}) {
      Collections.shuffle(lines, new Random(reducers));
      List<Path> shards = new ArrayList<>();
      for (int from = 0; from < lines.size(); from += 1000) {
        shards.add(shard(lines.subList(from, from + 1000).toArray(new String[0])));
      }
      StepHarness harness =
          harness(shards.toArray(new Path[0])).with(SortStep.REDUCERS, (long) reducers);
      harness.run(new SortStep());
      assertEquals(expected, histories(harness));
      long kept = expected.stream().mapToLong(history -> history.attempts().size()).sum();
      assertEquals(kept, harness.figures().get("attempts kept"));
      assertEquals(kept, census(harness).attempts().values().stream().mapToLong(n -> n).sum());
    }
  }

  @Test
  public void everyLineIsAccountedForWhenTheCombinerRunsManyTimes() throws Exception {
    splitBytes = 1 << 20;
    List<String> lines = randomLines(60_000, 300);
    int bad = 600;
    for (int i = 0; i < bad; i++) {
      lines.set(i * 100, "ann,add,maybe,7");
    }
    StepHarness harness =
        harness(shard(lines.toArray(new String[0])))
            .with("mapreduce.task.io.sort.mb", "1")
            .with("mapreduce.map.sort.spill.percent", "0.5");
    harness.run(new SortStep());
    List<String> good =
        lines.stream().filter(l -> !l.contains("maybe")).collect(Collectors.toList());
    long distinct = good.stream().distinct().count();
    assertEquals(60_000L, harness.figures().get("lines read"));
    assertEquals(distinct, harness.figures().get("attempts kept"));
    assertEquals(good.size() - distinct, harness.figures().get("duplicates dropped"));
    assertEquals(600L, harness.figures().get("lines quarantined"));
    assertEquals(600L, harness.figures().get("quarantined: BAD_CORRECT"));
    assertEquals(bad, quarantine(harness).size());
    assertEquals(expected(good), histories(harness));
  }

  @Test
  public void attemptsOverTheLimitAreQuarantined() throws Exception {
    StepHarness harness =
        harness(shard("ann,add,1,3", "ann,add,1,1", "ann,add,1,2", "ann,add,1,1", "bob,add,1,1"))
            .with(SortStep.MAX_ATTEMPTS_PER_STUDENT, 2L);
    harness.run(new SortStep());
    assertEquals(
        List.of(history("ann", "add 1 1", "add 1 2"), history("bob", "add 1 1")),
        histories(harness));
    List<String> quarantine = quarantine(harness);
    assertEquals(1, quarantine.size());
    assertTrue(quarantine.get(0), quarantine.get(0).startsWith("\t\tTOO_MANY_ATTEMPTS\tann\t"));
    assertEquals(1L, harness.figures().get("quarantined: TOO_MANY_ATTEMPTS"));
  }

  @Test
  public void studentsWithGapsInTheirNumbersAreQuarantinedWhenAskedFor() throws Exception {
    Path log = folder.newFolder().toPath().resolve("numbered.csv");
    String numbered =
        "student_id,exercise_id,correct,order_id\nann,add,1,1\nann,sub,1,1\nann,add,1,3\nbob,add,1,1\nbob,add,1,2\n";
    Files.writeString(log, numbered);
    StepHarness kept = harness(log);
    kept.run(new SortStep());
    assertEquals(5L, kept.figures().get("attempts kept"));
    StepHarness harness = harness(log).with(SortStep.DROP_NUMBER_GAPS, true);
    harness.run(new SortStep());
    assertEquals("bob", histories(harness).get(0).student());
    assertEquals(1, histories(harness).size());
    assertEquals(3, quarantine(harness).size());
    assertEquals(3L, harness.figures().get("quarantined: PROBLEM_NUMBER_GAP"));
  }

  @Test
  public void tooManyBadLinesAreRefusedWithReasonsExampleAndQuarantine() throws Exception {
    Path log = shard("ann,add,1,1", "bob,add,x,2", "bob,add,q,2", "ann,add,1,2", "cid,add,1,yes");
    StepHarness harness = harness(log).with(SortStep.MAX_BAD_FRACTION, 0.5);
    String message =
        assertThrows(DataException.class, () -> harness.run(new SortStep())).getMessage();
    assertTrue(message, message.startsWith("3 of 5 lines of the logs are bad (60.00 %)"));
    assertTrue(message, message.contains("2 BAD_CORRECT (such as "));
    assertTrue(message, message.contains(log.getFileName() + ":53 'x'"));
    assertTrue(message, message.contains("1 BAD_TIME (such as "));
    Path quarantine =
        Path.of(message.replaceAll(".*quarantine (\\S+),.*", "$1").replace("file:", ""));
    try (Stream<Path> parts = Files.list(quarantine)) {
      assertTrue(parts.findAny().isPresent());
    }
  }

  @Test
  public void logsWithoutAnyUsableAttemptAreRefused() throws Exception {
    StepHarness harness = harness(shard("ann,add,x,1")).with(SortStep.MAX_BAD_FRACTION, 1.0);
    String message =
        assertThrows(DataException.class, () -> harness.run(new SortStep())).getMessage();
    assertTrue(message, message.startsWith("None of the 1 lines"));
    assertTrue(message, message.contains("1 BAD_CORRECT"));
  }

  @Test
  public void emptyLogsAreRefused() throws Exception {
    StepHarness harness = harness(shard());
    String message =
        assertThrows(DataException.class, () -> harness.run(new SortStep())).getMessage();
    assertTrue(message, message.contains("no line"));
  }

  @Test
  public void halfDownloadedFileIsRefusedWithItsPlace() throws Exception {
    Path good = shard("ann,add,1,1");
    Path half = folder.getRoot().toPath().resolve("half.csv.gz");
    byte[] whole = gzip(HEADER + "\n" + String.join("\n", randomLines(5000, 10)));
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    String message = assertThrows(DataException.class, () -> sort(good, half)).getMessage();
    assertTrue(message, message.startsWith("Reading the logs stopped at "));
    assertTrue(message, message.matches(".*half\\.csv\\.gz:\\d\\d+ .*ends early or is damaged.*"));
  }

  @Test
  public void everyAttemptKeepsItsFoldAndMixedStudentsAreCounted() throws Exception {
    Path log = folder.getRoot().toPath().resolve("folds.csv");
    Files.write(
        log,
        List.of(HEADER + ",split", "ann,add,1,1,train", "ann,add,1,2,test", "bob,add,1,1,test"));
    StepHarness harness = harness(log).with(LogInputFormat.FOLD_COLUMN, "split");
    harness.run(new SortStep());
    List<Attempt> ann = histories(harness).get(0).attempts();
    assertEquals("train", ann.get(0).fold());
    assertEquals("test", ann.get(1).fold());
    assertEquals(1L, harness.figures().get("students in several folds"));
  }

  @Test
  public void outputDependsOnTheInputsAsGivenAndOnTheUsersOwnSource() throws Exception {
    StepHarness harness = harness(Path.of("/a/b"), Path.of("/c/*.gz"));
    assertEquals(
        List.of("/a/b", "/c/*.gz"), new SortStep().externalInputs(harness.configuration()));
    harness.with(LogInputFormat.SOURCE, "/d/own.properties");
    assertEquals(
        List.of("/a/b", "/c/*.gz", "/d/own.properties"),
        new SortStep().externalInputs(harness.configuration()));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private StepHarness sort(Path... shards) throws Exception {
    return harness(shards).run(new SortStep());
  }

  private StepHarness harness(Path... shards) throws IOException {
    String input = Stream.of(shards).map(Path::toString).collect(Collectors.joining(","));
    return new StepHarness(folder.newFolder())
        .with(LogInputFormat.INPUT, input)
        .with("mapreduce.input.fileinputformat.split.maxsize", Integer.toString(splitBytes));
  }

  private Path shard(String... lines) throws IOException {
    Path file = File.createTempFile("shard", ".csv", folder.getRoot()).toPath();
    return Files.write(
        file, Stream.concat(Stream.of(HEADER), Stream.of(lines)).collect(Collectors.toList()));
  }

  private static List<String> randomLines(int rows, int students) {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      lines.add(
          String.format(
              "u%d,e%d,%d,%d",
              random.nextInt(students),
              random.nextInt(5),
              random.nextInt(2),
              1_700_000_000 + random.nextInt(60)));
    }
    return lines;
  }

  /** What the sort should give, by other means. */
  private static List<StudentHistory> expected(List<String> lines) {
    Map<String, List<String>> byStudent = new TreeMap<>();
    for (String line : lines.stream().distinct().collect(Collectors.toList())) {
      String[] part = line.split(",", -1);
      byStudent
          .computeIfAbsent(part[0], name -> new ArrayList<>())
          .add(part[3] + "," + part[1] + "," + part[2]);
    }
    List<StudentHistory> histories = new ArrayList<>();
    byStudent.forEach(
        (student, attempts) -> {
          Collections.sort(attempts);
          String[] texts =
              attempts.stream()
                  .map(text -> text.split(",", -1))
                  .map(part -> part[1] + " " + part[2] + " " + part[0])
                  .toArray(String[]::new);
          histories.add(history(student, texts));
        });
    return histories;
  }

  private static StudentHistory history(String student, String... attempts) {
    List<Attempt> list = new ArrayList<>();
    for (String attempt : attempts) {
      String[] part = attempt.split(" ", -1);
      list.add(
          Attempt.on(part[0])
              .correct(part[1].equals("1"))
              .epochMillis(1000 * Long.parseLong(part[2]))
              .build());
    }
    list.sort(
        Comparator.comparingLong(Attempt::epochMillis)
            .thenComparing(Attempt::exercise)
            .thenComparing(attempt -> key(student, attempt)));
    TiedAttempts.shuffle(student, list);
    return new StudentHistory(student, list);
  }

  private static AttemptKey key(String student, Attempt attempt) {
    AttemptKey key = new AttemptKey();
    key.set(student, attempt);
    return key;
  }

  private static List<StudentHistory> histories(StepHarness harness) throws IOException {
    List<StudentHistory> histories =
        HistoryFiles.readAll(harness.configuration(), harness.output("histories"));
    histories.sort((one, two) -> one.student().compareTo(two.student()));
    return histories;
  }

  private static Census census(StepHarness harness) throws IOException {
    return Census.read(harness.configuration(), harness.output("census"));
  }

  private static List<String> quarantine(StepHarness harness) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(place(harness, "quarantine"))) {
      for (Path part : parts.sorted().collect(Collectors.toList())) {
        rows.addAll(Files.readAllLines(part));
      }
    }
    return rows;
  }

  private static Path place(StepHarness harness, String dataset) {
    return Path.of(harness.output(dataset).toUri().getPath());
  }
}

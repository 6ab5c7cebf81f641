package org.gradus.jobs.sort;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.io.history.HistoryFiles;
import org.gradus.io.log.LogInputFormat;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Small files of the shape of published logs, from raw rows to histories worked out by hand. */
public final class ForeignLogsTest {
  private static final String EDNET = "timestamp,solving_id,question_id,user_answer,elapsed_time";
  private static final String JUNYI =
      "user_id,exercise,problem_type,problem_number,topic_mode,suggested,review_mode,time_done,"
          + "time_taken,time_taken_attempts,correct,count_attempts,hint_used,count_hints,"
          + "hint_time_taken_list,earned_proficiency,points_earned";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path logs;
  private StepHarness harness;

  @Before
  public void open() throws IOException {
    logs = folder.newFolder("logs").toPath();
    harness =
        new StepHarness(folder.newFolder())
            .with(LogInputFormat.INPUT, logs.toString())
            .with(SortStep.MAX_BAD_FRACTION, 0.5);
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(logs.resolve(name), List.of(lines));
  }

  private List<StudentHistory> sort() throws Exception {
    harness.run(new SortStep());
    List<StudentHistory> histories =
        HistoryFiles.readAll(harness.configuration(), harness.output("histories"));
    histories.sort((one, two) -> one.student().compareTo(two.student()));
    return histories;
  }

  private List<String> reasons() throws IOException {
    Path place = Path.of(harness.output("quarantine").toUri().getPath());
    try (Stream<Path> parts = Files.list(place)) {
      return parts
          .flatMap(ForeignLogsTest::lines)
          .map(line -> line.replaceFirst(".*/", ""))
          .map(line -> line.split("\t", -1))
          .map(part -> part[0] + " " + part[2] + " " + part[3])
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void assertFigures(long read, long kept, long duplicates, long students) {
    assertEquals(read, harness.figures().get("lines read"));
    assertEquals(kept, harness.figures().get("attempts kept"));
    assertEquals(duplicates, harness.figures().get("duplicates dropped"));
    assertEquals(students, harness.figures().get("students"));
  }

  @Test
  public void ednet() throws Exception {
    Path questions = folder.newFile("questions.csv").toPath();
    Files.write(
        questions,
        List.of(
            "question_id,bundle_id,explanation_id,correct_answer,part,tags,deployed_at",
            "q1,b1,e1,b,1,1;2;179,1558093217098",
            "q2,b2,e2,a,2,-1,1558093217098",
            "q3,b3,e3,c,6,82,1558093217098",
            "q4,b3,e3,d,6,82;9,1558093217098"));
    harness.with(LogInputFormat.SOURCE, "ednet").with(LogInputFormat.TABLE, questions.toString());
    write(
        "u1.csv",
        EDNET,
        "1565096190868,1,q1,b,38000",
        "1565096293432,2,q4,d,20000",
        "1565096293432,2,q3,a,20000",
        "1565096190868,1,q1,b,38000",
        "1565096300000,3,q2,a,1000",
        "1565096310000,4,q99,a,1000",
        "1565096320000,5,q3,,1000",
        "1565096100000,6,q3,c,");
    write("u2.csv", EDNET, "1565096190868,1,q4,c,-5", "1565096190868,2,q3,c,1");
    write("u3.csv", EDNET);
    write("u4.csv");
    Attempt.Builder early = Attempt.on("82").item("q3").correct(true);
    Attempt.Builder first = Attempt.on("1;2;179").item("q1").correct(true).secondsTaken(38);
    // Questions of one bundle have one time and one solving_id: they come by question.
    Attempt.Builder bundled = Attempt.on("82").item("q3").secondsTaken(20);
    Attempt.Builder bundledToo = Attempt.on("82;9").item("q4").correct(true).secondsTaken(20);
    // A clock that was set back while the question was open; then equal times, in solving order.
    Attempt.Builder negative = Attempt.on("82;9").item("q4");
    Attempt.Builder last = Attempt.on("82").item("q3").correct(true).secondsTaken(0.001f);
    assertEquals(
        List.of(
            new StudentHistory(
                "u1",
                List.of(
                    early.epochMillis(1565096100000L).order(6).build(),
                    first.epochMillis(1565096190868L).order(1).build(),
                    bundled.epochMillis(1565096293432L).order(2).build(),
                    bundledToo.epochMillis(1565096293432L).order(2).build())),
            new StudentHistory(
                "u2",
                List.of(
                    negative.epochMillis(1565096190868L).order(1).build(),
                    last.epochMillis(1565096190868L).order(2).build()))),
        sort());
    assertFigures(10, 6, 1, 2);
    assertEquals(
        List.of("u1.csv BAD_CORRECT ", "u1.csv NOT_IN_TABLE q99", "u1.csv NO_EXERCISE "),
        reasons());
  }

  @Test
  public void junyi() throws Exception {
    harness.with(LogInputFormat.SOURCE, "junyi");
    write(
        "junyi_ProblemLog_original.csv",
        JUNYI,
        "9,add,n,2,true,false,false,1420714810324490,9,4&5,false,2,true,1,3,false,0",
        "9,add,n,1,true,false,false,1420714810324490,7,7,true,1,false,0,,false,75",
        "9,sub,,1,false,true,false,1420714809000000,30,10&20,false,2,false,0,,false,0",
        "9,sub,,1,false,true,false,1420714809000000,30,10&20,false,2,false,0,,false,0",
        "12,sub,,1,false,true,true,1420714811000999,-3,,TRUE,1,false,0,,true,225",
        "12,,,1,false,true,true,1420714811000999,3,3,true,1,false,0,,true,225",
        "12,sub,,2,false,true,true,,3,3,perhaps,1,false,0,,true,225");
    Attempt.Builder sub = Attempt.on("sub").order(1).secondsTaken(30).hints(0).answers(2);
    Attempt.Builder one = Attempt.on("add").problemType("n").order(1).correct(true);
    Attempt.Builder two = Attempt.on("add").problemType("n").order(2);
    Attempt.Builder other = Attempt.on("sub").order(1).correct(true).hints(0).answers(1);
    assertEquals(
        List.of(
            new StudentHistory("12", List.of(other.epochMillis(1420714811000L).build())),
            new StudentHistory(
                "9",
                List.of(
                    sub.epochMillis(1420714809000L).build(),
                    one.epochMillis(1420714810324L).secondsTaken(7).hints(0).answers(1).build(),
                    two.epochMillis(1420714810324L).secondsTaken(9).hints(1).answers(2).build()))),
        sort());
    assertFigures(7, 4, 1, 2);
    assertEquals(
        List.of(
            "junyi_ProblemLog_original.csv BAD_CORRECT perhaps",
            "junyi_ProblemLog_original.csv EMPTY_EXERCISE "),
        reasons());
  }
}

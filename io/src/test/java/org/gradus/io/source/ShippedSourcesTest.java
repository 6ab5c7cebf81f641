package org.gradus.io.source;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.gradus.io.settings.DataException;
import org.gradus.model.attempt.Attempt;
import org.junit.Test;

/** Every shipped source on a small sample of its log. */
public class ShippedSourcesTest {
  private static final String KHAN =
      "user,time_done,exercise,problem_type,seed,time_taken,problem_number,correct,"
          + "number_attempts,number_hints,eventually_correct,review_mode,task_type,skipped,dt";
  private static final String KDDCUP =
      "Row\tAnon Student Id\tProblem Name\tStep Name\tFirst Transaction Time\tStep Duration (sec)"
          + "\tCorrect First Attempt\tHints";

  @Test
  public void namesAreTheFilesThatAreShipped() {
    String[] files = new File("../conf/sources").list();
    Arrays.sort(files);
    String[] names =
        Source.names().stream().map(name -> name + ".properties").toArray(String[]::new);
    assertEquals(List.of(names), List.of(files));
  }

  @Test
  public void gradusTakesAllItsColumns() throws IOException {
    Parsing parsing =
        Parsing.shipped(
            "gradus",
            "hints,student_id,exercise_id,problem_id,correct,timestamp,order_id,problem_type,"
                + "seconds_taken,attempts,other");
    Attempt attempt = parsing.attempt("2,ann,addition,q1,1,1351036800.5,7,visual,12.5,3,x");
    Attempt expected =
        Attempt.on("addition")
            .item("q1")
            .problemType("visual")
            .correct(true)
            .epochMillis(1351036800500L)
            .order(7)
            .secondsTaken(12.5f)
            .hints(2)
            .answers(3)
            .build();
    assertEquals(expected, attempt);
    assertEquals("ann", parsing.parser().student());
  }

  @Test
  public void gradusTakesOtherDelimitersAndMissingColumns() throws IOException {
    for (String d : List.of(",", "\t", ";", "\u0001", "|")) {
      Parsing parsing =
          Parsing.shipped(
              "gradus", String.join(d, "student_id", "exercise_id", "correct", "order_id"));
      Attempt attempt = parsing.attempt(String.join(d, "ann", "add", "0", "5"));
      assertEquals(Attempt.on("add").order(5).build(), attempt);
    }
  }

  @Test
  public void gradusDropsRepeatedRows() throws IOException {
    Parsing parsing =
        Parsing.shipped("gradus", "student_id,exercise_id,correct,order_id,is_repeat");
    assertTrue(parsing.attempt("ann,add,1,5,0").correct());
    assertEquals("FILTERED 1", parsing.why("ann,sub,1,6,1"));
    assertFalse(Rejection.FILTERED.isBad());
  }

  @Test
  public void khanWithHeaderAndWithout() throws IOException {
    String row = "u1,1.35836229E9,addition_1,0,x17,12,3,true,1,0,true,false,practice,false";
    Attempt expected =
        Attempt.on("addition_1")
            .item("0 :: x17")
            .problemType("0")
            .correct(true)
            .epochMillis(1358362290000L)
            .order(3)
            .secondsTaken(12)
            .hints(0)
            .answers(1)
            .build();
    Parsing headed = Parsing.shipped("khan", KHAN);
    assertTrue(headed.parser().hasHeader());
    assertEquals(expected, headed.attempt(row + ",2013-01-16"));
    assertEquals(Rejection.TOO_FEW_FIELDS, headed.rejection(row));
    for (String d : List.of(",", "\t", "\u0001")) {
      String line = row.replace(",", d);
      Parsing bare = Parsing.shipped("khan", line);
      assertFalse(bare.parser().hasHeader());
      assertEquals(expected, bare.attempt(line));
      assertEquals(expected, bare.attempt(line + d + "2013-01-16"));
      assertFalse(bare.attempt(line.replaceFirst("true", "false")).correct());
      assertEquals(Rejection.TOO_MANY_FIELDS, bare.rejection(line + d + d));
    }
  }

  @Test
  public void khanWithPartOfItsHeaderIsRefused() {
    DataException e =
        assertThrows(
            DataException.class,
            () -> Parsing.shipped("khan", KHAN.replace("correct,number", "ok,number")));
    assertTrue(e.getMessage(), e.getMessage().contains("no column 'correct' (correct)"));
  }

  @Test
  public void junyi() throws IOException {
    Parsing parsing =
        Parsing.shipped(
            "junyi",
            "user_id,exercise,problem_type,problem_number,topic_mode,suggested,review_mode,"
                + "time_done,time_taken,time_taken_attempts,correct,count_attempts,hint_used,"
                + "count_hints,hint_time_taken_list,earned_proficiency,points_earned");
    Attempt attempt =
        parsing.attempt(
            "12884,time_terminology,analog_word,1,false,false,false,1420714810324490,9,4&5,false,"
                + "2,true,1,3,false,0");
    assertEquals(1420714810324L, attempt.epochMillis());
    assertEquals("analog_word", attempt.problemType());
    assertEquals(2, attempt.answers());
    assertEquals(1, attempt.hints());
    assertFalse(attempt.correct());
  }

  @Test
  public void assistmentsWithItsUnnamedFirstColumn() throws IOException {
    Parsing parsing =
        Parsing.shipped(
            "assistments",
            ",order_id,user_id,problem_id,original,correct,attempt_count,ms_first_response,"
                + "skill_id,skill_name,hint_count");
    Attempt attempt = parsing.attempt("0,33022537,64525,51424,1,1,2,32454,1.0,Box and Whisker,4");
    Attempt expected =
        Attempt.on("Box and Whisker")
            .item("51424")
            .correct(true)
            .order(33022537)
            .secondsTaken(32.454f)
            .hints(4)
            .answers(2)
            .build();
    assertEquals(expected, attempt);
    assertEquals("64525", parsing.parser().student());
    assertTrue(
        Float.isNaN(
            parsing.attempt("0,33022537,64525,51424,1,1,2,-7759,1.0,Table,4").secondsTaken()));
    assertEquals(Rejection.NO_EXERCISE, parsing.rejection("0,1,64525,51424,1,1,2,3,NA,NA,4"));
    assertFalse(Rejection.NO_EXERCISE.isBad());
  }

  @Test
  public void kddcup() throws IOException {
    Parsing parsing = Parsing.shipped("kddcup", KDDCUP + "\tKC(SubSkills)\tOpportunity(SubSkills)");
    Attempt attempt =
        parsing.attempt(
            "3\tJG4Tz\tLDEMO\tR2C1 \"x\t2006-10-26 09:53:46.0\t\t1\t0\tadd~~subtract\t1~~1");
    Attempt expected =
        Attempt.on("add~~subtract")
            .item("LDEMO :: R2C1 \"x")
            .correct(true)
            .epochMillis(1161856426000L)
            .order(3)
            .hints(0)
            .build();
    assertEquals(expected, attempt);
    assertEquals(
        Rejection.NO_EXERCISE,
        parsing.rejection("3\tJG4Tz\tLDEMO\tR2C1\t2006-10-26 09:53:46.0\t5\t1\t0\t\t"));
  }

  @Test
  public void kddcupWithSeveralModelsNeedsAChoice() throws IOException {
    String header = KDDCUP + "\tKC(SubSkills)\tKC(Rules)";
    DataException e = assertThrows(DataException.class, () -> Parsing.shipped("kddcup", header));
    assertTrue(e.getMessage(), e.getMessage().contains("KC(SubSkills), KC(Rules) all fit"));
    assertTrue(e.getMessage(), e.getMessage().contains("--exercise-column"));
    Source chosen =
        Source.load("kddcup", new org.apache.hadoop.conf.Configuration(false))
            .with("exercise", "KC(Rules)");
    String row = "3\tJG4Tz\tLDEMO\tR2C1\t2006-10-26 09:53:46.0\t\t1\t0\tsub\trule";
    assertEquals("rule", Parsing.of(chosen, header).attempt(row).exercise());
  }

  @Test
  public void fourColumn() throws IOException {
    Parsing parsing = Parsing.shipped("four-column", "u_1,add,1,1700000000.125");
    assertFalse(parsing.parser().hasHeader());
    assertEquals(1700000000125L, parsing.attempt("u_1,add,1,1700000000.125").epochMillis());
  }

  @Test
  public void edx() throws IOException {
    String event =
        "{\"username\":\"\",\"context\":{\"user_id\":7,\"course_id\":\"c\"},\"event_type\":"
            + "\"problem_check\",\"event_source\":\"server\",\"time\":"
            + "\"2014-03-01T10:00:00.250000+00:00\",\"event\":{\"problem_id\":\"i4x://q\","
            + "\"attempts\":1,\"success\":\"correct\",\"correct_map\":{}}}";
    Parsing parsing = Parsing.shipped("edx", event);
    Attempt attempt = parsing.attempt(event);
    assertEquals("7", parsing.parser().student());
    assertEquals("i4x://q", attempt.exercise());
    assertEquals(1393668000250L, attempt.epochMillis());
    assertTrue(attempt.correct());
    assertEquals(
        Rejection.FILTERED, parsing.rejection(event.replace("problem_check", "play_video")));
    assertEquals(Rejection.EMPTY_STUDENT, parsing.rejection(event.replace("\"user_id\":7,", "")));
    assertEquals(Rejection.BAD_JSON, parsing.rejection("{\"username\":"));
  }
}

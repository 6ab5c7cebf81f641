package org.gradus.io.source;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.attempt.Attempt;
import org.junit.Test;

/** Columns that a log does not have itself: its file's name, and those of a joined table. */
public class AddedColumnsTest {
  private static final String HEADER = "timestamp,solving_id,question_id,user_answer,elapsed_time";

  private static Source joined(Source source, String... lines) {
    JoinTable table = null;
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      if (table == null) {
        table = source.newTable(bytes, 0, bytes.length, "questions.csv");
      } else {
        table.add(bytes, 0, bytes.length);
      }
    }
    return source.with(table);
  }

  private static Source ednet() throws IOException {
    return joined(
        Source.load("ednet", new Configuration(false)),
        "question_id,bundle_id,explanation_id,correct_answer,part,tags,deployed_at",
        "q1,b1,e1,b,1,\"1;2;179\",1558093217098",
        "q2,b2,e2,a,1,-1,1558093217098",
        "q3,b3,e3,c,5,\"82\",1558093217098");
  }

  @Test
  public void ednetKt1() throws IOException {
    Parsing parsing = Parsing.of(ednet(), HEADER);
    parsing.parser().beginFile("hdfs://cluster/KT1/u123.csv.gz");
    Attempt attempt = parsing.attempt("1565096190868,4,q1,b,38000");
    Attempt expected =
        Attempt.on("1;2;179")
            .item("q1")
            .correct(true)
            .epochMillis(1565096190868L)
            .order(4)
            .secondsTaken(38)
            .build();
    assertEquals(expected, attempt);
    assertEquals("u123", parsing.student("1565096190868,4,q1,b,38000"));
    assertTrue(!parsing.attempt("1565096190868,5,q3,a,38000").correct());
    assertEquals("82", parsing.attempt("1565096190868,5,q3,c,38000").exercise());
    assertEquals("NO_EXERCISE ", parsing.why("1565096190868,6,q2,a,38000"));
    assertEquals("NOT_IN_TABLE q4", parsing.why("1565096190868,7,q4,a,38000"));
    assertEquals("BAD_CORRECT ", parsing.why("1565096190868,8,q1,,38000"));
  }

  @Test
  public void anExerciseOfTheTableCanBeChosen() throws IOException {
    Parsing parsing = Parsing.of(ednet().with("exercise", "part"), HEADER);
    assertEquals("1", parsing.attempt("1565096190868,4,q2,a,38000").exercise());
  }

  @Test
  public void theNameOfTheFileCanPlayAnyRoleAlsoForJson() throws IOException {
    Source source =
        Source.parse(
            "mine",
            "format = json-lines\nstudent = who\nexercise = @file\ncorrect = a == b\norder = n\n"
                + "table.key = q\ntable.columns = b\n");
    Parsing parsing = Parsing.of(joined(source, "b;q", "yes;q1"), "{\"who\":\"ann\"}");
    parsing.parser().beginFile("/logs/fractions.jsonl");
    String line = "{\"who\":\"ann\",\"a\":\"yes\",\"q\":\"q1\",\"n\":1}";
    assertEquals("fractions", parsing.attempt(line).exercise());
    assertTrue(parsing.attempt(line).correct());
    assertEquals("NOT_IN_TABLE q2", parsing.why(line.replace("q1", "q2")));
  }

  @Test
  public void onlyCorrectCompares() {
    SettingsException e =
        assertThrows(
            SettingsException.class,
            () -> Source.parse("mine", "extends = gradus\nstudent = a == b\n"));
    assertTrue(e.getMessage(), e.getMessage().contains("student = 'a == b'"));
  }
}

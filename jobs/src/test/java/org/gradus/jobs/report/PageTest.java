package org.gradus.jobs.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.model.json.JsonReader;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class PageTest {
  private static final String SCRIPT = "</script><img src=x onerror=alert(1)>";
  private static final String FORMULA = "=HYPERLINK(\"http://x.example\",\"a, b\")";
  private static final String COMMENT = "<!-- <script> &lt;b&gt; \u2028 end";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private ReportRun run(SimulatedEvaluation evaluation) throws IOException {
    Path folder = temporary.getRoot().toPath();
    evaluation.write(folder.resolve("evaluation"));
    return new ReportRun(folder.resolve("evaluation"), folder.resolve("report"));
  }

  private static Members data(String page) {
    Matcher element =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(page);
    assertTrue(element.find());
    return new Members(JsonReader.readObject(element.group(1)));
  }

  @Test
  public void namesFromTheDataNeverBecomeMarkup() throws IOException {
    SimulatedEvaluation hostile = SimulatedEvaluation.ofClass(4, 1, SCRIPT, FORMULA, COMMENT);
    String page = run(hostile.featureSet("<b>\"set\"")).run().file("index.html");
    assertFalse(page.contains(SCRIPT));
    assertFalse(page.contains("<img"));
    assertFalse(page.contains("<!-- <script>"));
    assertFalse(page.contains("\u2028"));
    assertFalse(page.contains("<b>"));
    assertTrue(page.contains("&lt;b&gt;&quot;set&quot;"));
    String exercises = data(page).texts("exercises").toString();
    assertTrue(exercises.contains(SCRIPT) && exercises.contains(COMMENT));
  }

  @Test
  public void hostileCellsAreTextInASpreadsheet() throws IOException {
    SimulatedEvaluation hostile =
        SimulatedEvaluation.ofClass(7, 1, FORMULA, "+1", "-1", "@x", "\tx", "a\"b\nc", "über");
    String csv = run(hostile).run().file("exercises.csv");
    assertTrue(csv.startsWith("\ufeffexercise,fit,"));
    assertTrue(csv, csv.contains("\r\n\"'=HYPERLINK(\"\"http://x.example\"\",\"\"a, b\"\")\","));
    for (String cell : new String[] {"'+1,", "'-1,", "'@x,", "'\tx,", "\"a\"\"b\nc\",", "über,"}) {
      assertTrue(cell, csv.contains("\r\n" + cell));
    }
  }

  @Test
  public void negativeNumbersStayNumbers() {
    CsvTable table = new CsvTable("text", "number", "undefined");
    table.row("-2", -2.5, Double.NaN);
    assertEquals("\ufefftext,number,undefined\r\n'-2,-2.500000,\r\n", table.text());
  }

  @Test
  public void thePageNeedsNothingBesidesItself() throws IOException {
    String page = run(SimulatedEvaluation.ofClass(20, 2)).run().file("index.html");
    assertFalse(Pattern.compile("\\b(src|href)=\"(https?:)?//").matcher(page).find());
    assertFalse(page.contains("@import"));
    assertTrue(page.contains("default-src 'none'"));
    assertEquals("three scripts that all end", 3, page.split("</script", -1).length - 1);
    assertTrue(page.contains("Chart.js v4"));
    Members tables = new Members(data(page).object("tables"));
    assertEquals(2 + 20, tables.text("exercises.csv").split("\r\n", -1).length);
    assertEquals(2 + 2 * 20, tables.text("calibration.csv").split("\r\n", -1).length);
    assertEquals(2 + 2 * 30, tables.text("opportunity.csv").split("\r\n", -1).length);
  }

  @Test
  public void theHeadlineComparesWithTheBaseline() throws IOException {
    SimulatedEvaluation evaluation = new SimulatedEvaluation();
    evaluation.add("a", 0.9, 0.5, true, 1).add("a", 0.2, 0.5, false, 1);
    String page = run(evaluation).run().file("index.html");
    assertTrue(page.contains("in 100.0 of 100 such pairs"));
    assertTrue(page.contains("(exercise mean) gets 50.0"));
    assertTrue(page.contains("76.3% lower than the exercise mean’s 0.693"));
  }

  @Test
  public void theLocaleOfTheMachineChangesNothing() throws IOException {
    Path folder = temporary.getRoot().toPath();
    ReportRun english = run(SimulatedEvaluation.ofClass(5, 6)).run();
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      ReportRun german = new ReportRun(folder.resolve("evaluation"), folder.resolve("german"));
      german.run();
      for (String name : new String[] {"metrics.json", "exercises.csv", "index.html"}) {
        assertEquals(english.file(name), german.file(name));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  /** Left in target for whoever wants to look at it. */
  @Test
  public void twoThousandExercisesStaySmall() throws IOException {
    Path folder = Path.of("target", "simulated-report");
    SimulatedEvaluation.ofClass(2000, 3, SCRIPT, FORMULA, COMMENT)
        .write(folder.resolve("evaluation"));
    ReportRun run = new ReportRun(folder.resolve("evaluation"), folder.resolve("report"));
    String page = run.overwriting().run().file("index.html");
    int bytes = page.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes + " bytes", bytes < 1_000_000);
  }

  @Test
  public void thePageIsBoundedAndSaysWhatItLeavesOut() throws IOException {
    ReportRun run = run(SimulatedEvaluation.ofClass(50, 4));
    String page = run.set("gradus.report.page-exercises", "20").run().file("index.html");
    assertTrue(page.contains("The 20 exercises with the most held-out attempts"));
    List<String> rows = data(page).texts("exercises");
    assertEquals(20, rows.size());
    assertEquals(2 + 50, run.file("exercises.csv").split("\r\n", -1).length);
  }
}

package org.gradus.io.prediction;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** No name can do harm in a spreadsheet, or break the row. */
public class PredictionCsvTest {
  @Test
  public void namesAreEscaped() {
    assertEquals("ann", PredictionCsv.cell("ann"));
    assertEquals("", PredictionCsv.cell(""));
    assertEquals("\"a,b\"", PredictionCsv.cell("a,b"));
    assertEquals("\"say \"\"x\"\"\"", PredictionCsv.cell("say \"x\""));
    for (String start : new String[] {"=", "+", "-", "@", "\t"}) {
      assertEquals("'" + start + "1", PredictionCsv.cell(start + "1"));
    }
    assertEquals("\"'=HYPERLINK(\"\"x\"\",1)\"", PredictionCsv.cell("=HYPERLINK(\"x\",1)"));
  }
}

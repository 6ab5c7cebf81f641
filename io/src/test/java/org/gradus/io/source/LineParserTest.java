package org.gradus.io.source;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gradus.model.attempt.Attempt;
import org.junit.Test;

/** Quotes, missing values and every reason for a rejection. */
public class LineParserTest {
  private static final String HEADER =
      "student_id,exercise_id,problem_id,correct,timestamp,order_id,seconds_taken,hints";

  private static Parsing gradus() throws IOException {
    return Parsing.shipped("gradus", HEADER);
  }

  private static Parsing gradusWith(String settings) throws IOException {
    return Parsing.of(Source.parse("mine.properties", "extends = gradus\n" + settings), HEADER);
  }

  @Test
  public void quotedFieldsMayHoldDelimitersAndQuotes() throws IOException {
    Parsing parsing = gradus();
    Attempt attempt = parsing.attempt("\"a, b\",\"say \"\"hi\"\"\",\"\",\"1\",,5,,\"\"");
    assertEquals("a, b", parsing.parser().student());
    assertEquals("say \"hi\"", attempt.exercise());
    assertEquals("", attempt.item());
    assertEquals(5, attempt.order());
    assertEquals("in \"the\" middle", gradus().student("in \"the\" middle,e,,1,,5,,"));
  }

  @Test
  public void quotesInTheHeader() throws IOException {
    Parsing parsing =
        Parsing.shipped("gradus", "\"student_id\",\"exercise_id\",\"correct\",\"order_id\"");
    assertEquals("ann", parsing.student("ann,add,1,1"));
  }

  @Test
  public void openOrContinuedQuotes() throws IOException {
    assertEquals(Rejection.UNTERMINATED_QUOTE, gradus().rejection("ann,\"add,q,1,,5,,"));
    assertEquals(Rejection.UNTERMINATED_QUOTE, gradus().rejection("ann,\"add\"x,q,1,,5,,"));
    assertEquals(Rejection.UNTERMINATED_QUOTE, gradus().rejection("ann,add,q,1,,5,,\""));
  }

  @Test
  public void blanksAroundFieldsDoNotCount() throws IOException {
    assertEquals("ann", gradus().student(" ann , add , q , 1 , 1700000000 , 5 , , "));
  }

  @Test
  public void missingValues() throws IOException {
    Attempt attempt = gradus().attempt("ann,add,,0,,5,,");
    assertEquals(Attempt.on("add").order(5).build(), attempt);
    assertEquals(attempt, gradus().attempt("ann,add,,0,NA,5,NULL,NaN"));
    assertEquals(0, gradus().attempt("ann,add,,0,1700000000,,,").order());
  }

  @Test
  public void numbersAsDataFramesWriteThem() throws IOException {
    Attempt attempt = gradus().attempt("ann,add,,1.0,1.7E9,33022537.0,3.0,2.0");
    assertTrue(attempt.correct());
    assertEquals(1700000000000L, attempt.epochMillis());
    assertEquals(33022537, attempt.order());
    assertEquals(2, attempt.hints());
  }

  @Test
  public void correctness() throws IOException {
    for (String word : new String[] {"1", "true", "TRUE", "True", "t", "yes", "1.0", "1.00"}) {
      assertTrue(word, gradus().attempt("ann,add,,x,,5,,".replace("x", word)).correct());
    }
    for (String word : new String[] {"0", "false", "FALSE", "n", "0.0"}) {
      assertFalse(word, gradus().attempt("ann,add,,x,,5,,".replace("x", word)).correct());
    }
    for (String word : new String[] {"", "2", "-1", "0.5", "maybe", "NaN", "0x1", "1e400"}) {
      String line = "ann,add,,x,,5,,".replace("x", word);
      assertEquals("BAD_CORRECT " + word, gradus().why(line));
    }
  }

  @Test
  public void partialCreditByThreshold() throws IOException {
    Parsing parsing = gradusWith("correct.threshold = 0.5");
    assertTrue(parsing.attempt("ann,add,,0.5,,5,,").correct());
    assertFalse(parsing.attempt("ann,add,,0.49,,5,,").correct());
    assertEquals(Rejection.BAD_CORRECT, parsing.rejection("ann,add,,1.5,,5,,"));
  }

  @Test
  public void emptyNames() throws IOException {
    assertEquals(Rejection.EMPTY_STUDENT, gradus().rejection(",add,,1,,5,,"));
    assertEquals(Rejection.EMPTY_STUDENT, gradus().rejection(" ,add,,1,,5,,"));
    assertEquals(Rejection.NO_EXERCISE, gradus().rejection("ann,,,1,,5,,"));
    assertEquals(
        Rejection.EMPTY_EXERCISE, gradusWith("empty-exercise = bad").rejection("ann,,,1,,5,,"));
  }

  @Test
  public void timesAndOrders() throws IOException {
    assertEquals("BAD_TIME yesterday", gradus().why("ann,add,,1,yesterday,5,,"));
    assertEquals("BAD_TIME -5", gradus().why("ann,add,,1,-5,5,,"));
    assertEquals("BAD_ORDER 5.5", gradus().why("ann,add,,1,,5.5,,"));
    assertEquals("BAD_ORDER 1e300", gradus().why("ann,add,,1,,1e300,,"));
    assertEquals(Rejection.NEITHER_TIME_NOR_ORDER, gradus().rejection("ann,add,,1,,,,"));
    assertEquals(-3, gradus().attempt("ann,add,,1,,-3,,").order());
  }

  @Test
  public void otherNumbers() throws IOException {
    assertEquals("BAD_NUMBER quick", gradus().why("ann,add,,1,,5,quick,"));
    assertEquals("BAD_NUMBER many", gradus().why("ann,add,,1,,5,,many"));
    assertEquals("BAD_NUMBER -1", gradus().why("ann,add,,1,,5,,-1"));
    assertEquals("BAD_NUMBER 3000000000", gradus().why("ann,add,,1,,5,,3000000000"));
  }

  @Test
  public void wrongNumberOfFields() throws IOException {
    assertEquals("TOO_FEW_FIELDS 7 fields of 8", gradus().why("ann,add,,1,,5,"));
    assertEquals("TOO_MANY_FIELDS 9 fields of 8", gradus().why("ann,add,,1,,5,,,"));
    assertEquals(5, gradusWith("short-rows = accept").attempt("ann,add,,1,,5").order());
    assertEquals(Rejection.BAD_CORRECT, gradusWith("short-rows = accept").rejection("ann,add"));
  }

  @Test
  public void namesThatCannotBeUsed() throws IOException {
    assertEquals(Rejection.CONTROL_CHARACTER, gradus().rejection("a\0n,add,,1,,5,,"));
    assertEquals(Rejection.CONTROL_CHARACTER, gradus().rejection("ann,a\u007fd,,1,,5,,"));
    assertEquals(Rejection.TOO_LONG, gradus().rejection("a".repeat(4001) + ",add,,1,,5,,"));
    assertEquals("a".repeat(4000), gradus().student("a".repeat(4000) + ",add,,1,,5,,"));
    byte[] latin = "ann,\u00e9t\u00e9,,1,,5,,".getBytes(StandardCharsets.ISO_8859_1);
    Parsing parsing = gradus();
    assertFalse(parsing.parse(latin));
    assertEquals(Rejection.NOT_UTF8, parsing.parser().rejection());
    assertEquals(
        "\u5713\u8207\u5f27", gradus().attempt("ann,\u5713\u8207\u5f27,,1,,5,,").exercise());
  }

  @Test
  public void aRejectionDoesNotStickToTheNextLine() throws IOException {
    Parsing parsing = gradus();
    parsing.rejection("ann,add,,1,,5,,many");
    parsing.attempt("ann,add,,1,,5,,2");
    assertEquals("", parsing.parser().detail());
  }

  @Test
  public void namesThatComeAgainAreTheSameObject() throws IOException {
    Parsing parsing = gradus();
    String first = parsing.attempt("ann,addition,,1,,5,,").exercise();
    assertEquals("additioo", parsing.attempt("ann,additioo,,1,,5,,").exercise());
    assertSame(first, parsing.attempt("bob,addition,,1,,6,,").exercise());
  }

  @Test
  public void namesWithEqualHashesStayApart() throws IOException {
    Parsing parsing = gradus();
    assertEquals("Aa", parsing.attempt("ann,Aa,,1,,5,,").exercise());
    assertEquals("BB", parsing.attempt("ann,BB,,1,,5,,").exercise());
    assertEquals("Aa", parsing.attempt("ann,Aa,,1,,5,,").exercise());
  }
}

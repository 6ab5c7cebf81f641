package org.gradus.jobs.sort;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.model.attempt.Attempt;
import org.junit.Test;

public final class RepeatsTest {
  /** Of attempts such as {@code add/i1 1 500}: exercise, item, outcome and, if known, time. */
  private static String marked(Repeats repeats, String... rows) {
    List<Attempt> attempts = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split("[/ ]");
      Attempt.Builder attempt =
          Attempt.on(cells[0]).item(cells[1]).correct(cells[2].equals("1")).order(attempts.size());
      attempts.add(cells.length > 3 ? attempt.epochMillis(time(cells)).build() : attempt.build());
    }
    int count = repeats.mark(attempts);
    assertEquals(count, attempts.stream().filter(Attempt::repeat).count());
    return attempts.stream()
        .map(attempt -> attempt.repeat() ? "r" : "-")
        .collect(Collectors.joining());
  }

  private static long time(String[] cells) {
    return Long.parseLong(cells[3]);
  }

  @Test
  public void withoutAClockRowsBehindEachOtherAreOneAnswer() {
    assertEquals("-r", marked(Repeats.AUTO, "add/i1 1", "sub/i1 1"));
    assertEquals("-rr-", marked(Repeats.AUTO, "add/i1 0", "sub/i1 0", "mul/i1 0", "mul/i2 0"));
    assertEquals("---", marked(Repeats.AUTO, "add/i1 1", "add/i2 1", "sub/i1 1"));
  }

  @Test
  public void anotherOutcomeOrNoItemIsAnAnswerOfItsOwn() {
    assertEquals("--", marked(Repeats.AUTO, "add/i1 1", "sub/i1 0"));
    assertEquals("--", marked(Repeats.AUTO, "add/ 1", "sub/ 1"));
  }

  @Test
  public void theSameExerciseOnceMoreIsASecondAnswer() {
    assertEquals("--", marked(Repeats.AUTO, "add/i1 1", "add/i1 1"));
    assertEquals("-r-r", marked(Repeats.AUTO, "add/i1 1", "sub/i1 1", "add/i1 1", "sub/i1 1"));
  }

  @Test
  public void withAClockTheTimeMustBeTheSame() {
    assertEquals("-r", marked(Repeats.AUTO, "add/i1 1 500", "sub/i1 1 500"));
    assertEquals("--", marked(Repeats.AUTO, "add/i1 1 500", "sub/i1 1 501"));
    assertEquals("--", marked(Repeats.AUTO, "add/i1 1", "sub/i1 1 501"));
  }

  @Test
  public void keepMarksNothing() {
    assertEquals("--", marked(Repeats.KEEP, "add/i1 1", "sub/i1 1"));
  }

  @Test
  public void aMarkedAttemptIsOtherwiseTheSame() {
    Attempt attempt =
        Attempt.on("add")
            .item("i")
            .problemType("t")
            .correct(true)
            .epochMillis(3)
            .order(4)
            .secondsTaken(5)
            .hints(6)
            .answers(7)
            .fold("f")
            .build();
    assertEquals(attempt.toString() + " repeat", unmarkedEnd(attempt.asRepeat()));
    assertEquals("f", attempt.asRepeat().fold());
    assertEquals(7, attempt.asRepeat().answers());
    assertEquals(6, attempt.asRepeat().hints());
    assertEquals("t", attempt.asRepeat().problemType());
    assertEquals(5, attempt.asRepeat().secondsTaken(), 0);
  }

  private static String unmarkedEnd(Attempt attempt) {
    return attempt.toString().replace(" repeat]", "]") + " repeat";
  }
}

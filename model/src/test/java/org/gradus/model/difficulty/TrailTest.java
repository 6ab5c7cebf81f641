package org.gradus.model.difficulty;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Test;

public class TrailTest {
  /** Exercise, item and outcome, such as {@code ex1}: exercise e, item x, correct. */
  private static Attempt attempt(String text) {
    return Attempt.on(text.substring(0, 1))
        .item(text.substring(1, 2).trim())
        .correct(text.endsWith("1"))
        .build();
  }

  private static Trail after(String... history) {
    Trail trail = new Trail();
    for (String text : history) {
      trail.observe(attempt(text));
    }
    return trail;
  }

  private static long[] keys(Trail trail, String exercise, String item) {
    long[] keys = new long[Transition.COUNT];
    trail.keys(exercise, item, keys);
    return keys;
  }

  private static long key(Transition transition, Trail trail) {
    return keys(trail, "e", "q")[transition.position()];
  }

  private static void assertSameKey(Transition transition, Trail one, Trail other) {
    assertEquals(key(transition, one), key(transition, other));
  }

  private static void assertOtherKey(Transition transition, Trail one, Trail other) {
    assertNotEquals(key(transition, one), key(transition, other));
  }

  @Test
  public void eachTransitionSeesWhatItIsNamedFor() {
    assertSameKey(Transition.PREVIOUS_ITEM, after("fz0", "ex1"), after("ex1"));
    assertOtherKey(Transition.PREVIOUS_ITEM, after("ex0"), after("ex1"));
    assertOtherKey(Transition.PREVIOUS_ITEM, after("ey1"), after("ex1"));
    assertSameKey(Transition.SECOND_PREVIOUS_ITEM, after("ex1", "fz0"), after("ex1", "ey1"));
    assertOtherKey(Transition.SECOND_PREVIOUS_ITEM, after("ex0", "fz0"), after("ex1", "fz0"));
    assertSameKey(Transition.LAST_ITEM_HERE, after("ex1", "fz0"), after("ex1"));
    assertOtherKey(Transition.LAST_ITEM_HERE, after("ex1", "ey1"), after("ex1"));
    assertSameKey(Transition.LAST_OUTCOME_HERE, after("ex1", "fz0"), after("ey1"));
    assertOtherKey(Transition.LAST_OUTCOME_HERE, after("ex1"), after("ex0"));
    assertOtherKey(Transition.LAST_OUTCOME_HERE, after("fz0"), after("ex0"));
    assertSameKey(Transition.PREVIOUS_EXERCISE, after("ex1"), after("ey1"));
    assertOtherKey(Transition.PREVIOUS_EXERCISE, after("ex1"), after("ex0"));
    assertSameKey(Transition.SECOND_PREVIOUS_EXERCISE, after("ex1", "fz0"), after("ey1", "ex1"));
    assertOtherKey(Transition.SECOND_PREVIOUS_EXERCISE, after("fx1", "fz0"), after("ey1", "fz0"));
  }

  @Test
  public void allKeysOfAQuestionDiffer() {
    long[] keys = keys(after("ex1", "ex1"), "e", "x");
    assertEquals(Transition.COUNT, Arrays.stream(keys).distinct().count());
  }

  @Test
  public void whatIsNotThereHasNoKey() {
    long[] first = keys(new Trail(), "e", "q");
    for (Transition transition : Transition.values()) {
      boolean none = transition != Transition.LAST_OUTCOME_HERE;
      assertEquals(transition.name(), none, first[transition.position()] == Trail.NONE);
    }
    long[] withoutItem = keys(after("e 1", "e 1"), "e", "");
    for (Transition transition : Transition.values()) {
      boolean none = transition.isOfItem();
      assertEquals(transition.name(), none, withoutItem[transition.position()] == Trail.NONE);
    }
  }

  @Test
  public void attemptsOfOneAnswerSeeTheTrailBeforeIt() {
    List<Attempt> attempts =
        List.of(attempt("ex1"), attempt("fy0"), attempt("gy0").asRepeat(), attempt("ex0"));
    List<long[]> walked = new ArrayList<>();
    Trail.walk(new StudentHistory("s", attempts), (attempt, keys) -> walked.add(keys.clone()));
    assertArrayEquals(keys(after("ex1"), "f", "y"), walked.get(1));
    assertArrayEquals(keys(after("ex1"), "g", "y"), walked.get(2));
    assertArrayEquals(keys(after("ex1", "fy0", "gy0"), "e", "x"), walked.get(3));
  }

  @Test
  public void theTrailGoesOnAfterItsBytes() throws IOException {
    Trail trail = after("ex1", "fy0", "gz1");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trail.write(new DataOutputStream(bytes));
    Trail copy = after("hh1");
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (String exercise : List.of("e", "f", "g", "h")) {
      assertArrayEquals(keys(trail, exercise, "q"), keys(copy, exercise, "q"));
    }
  }

  @Test
  public void eachTransitionHasAFeatureOfItsOwn() {
    assertEquals(
        Transition.COUNT,
        Arrays.stream(Transition.values())
            .map(Transition::feature)
            .collect(Collectors.toSet())
            .size());
  }
}

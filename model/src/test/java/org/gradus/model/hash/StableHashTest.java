package org.gradus.model.hash;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Test;

public class StableHashTest {
  /** Golden values from a separate implementation in Python. */
  @Test
  public void isTheSameEveryYear() {
    assertEquals(0xb33055dc840c88e1L, StableHash.of("gradus"));
    assertEquals(0xe88f0cbd0ad86cb7L, StableHash.of("fractions", "", "1"));
  }

  @Test
  public void bordersBetweenTextsCount() {
    assertNotEquals(StableHash.of("ab", "c"), StableHash.of("a", "bc"));
    assertNotEquals(StableHash.of("ab"), StableHash.of("ab", ""));
  }

  @Test
  public void unitsAreSpreadEvenly() {
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double unit = StableHash.unit(StableHash.of("student " + i));
      sum += unit;
    }
    assertEquals(0.5, sum / 10_000, 0.01);
  }
}

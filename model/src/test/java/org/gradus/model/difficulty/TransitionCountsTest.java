package org.gradus.model.difficulty;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class TransitionCountsTest {
  private static double rateOf(DifficultyTable table, long key) {
    return 1 / (1 + Math.exp(-table.view().shift(key, 0, 1e-9)));
  }

  @Test
  public void countsSurvivePacking() {
    TransitionCounts counts = new TransitionCounts();
    counts.add(-5, 1, 4);
    counts.add(3, 127, 128);
    counts.add(Long.MAX_VALUE, 1_500_000_000_000L, 3_000_000_000_000L);
    DifficultyTable table = new DifficultyTable(20, 6);
    TransitionCounts.unpack(counts.pack(), table);
    assertEquals(0.25, rateOf(table, -5), 1e-6);
    assertEquals(127.0 / 128, rateOf(table, 3), 1e-6);
    assertEquals(0.5, rateOf(table, Long.MAX_VALUE), 1e-6);
  }

  @Test
  public void countsCutShortAreRefused() {
    TransitionCounts counts = new TransitionCounts();
    counts.add(77, 1, 4);
    counts.add(78, 1, 4);
    String packed = counts.pack();
    DifficultyTable table = new DifficultyTable(20, 6);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> TransitionCounts.unpack(packed.substring(0, packed.length() - 8), table));
    assertEquals("packed transitions end inside one, after 15 bytes", refusal.getMessage());
  }
}

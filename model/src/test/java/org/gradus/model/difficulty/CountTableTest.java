package org.gradus.model.difficulty;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

public class CountTableTest {
  @Test
  public void countsAreThoseOfAMapHoweverLargeTheTableGrows() {
    Random random = new Random(5);
    CountTable table = new CountTable();
    Map<Long, long[]> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(5_000) * 0x1_0000_0001L - 2_500;
      table.add(key, i % 2, 1);
      long[] counts = expected.computeIfAbsent(key, k -> new long[2]);
      counts[0] += i % 2;
      counts[1]++;
    }
    assertEquals(expected.size(), table.size());
    for (CountTable.Cursor at = table.cursor(); at.next(); ) {
      long[] counts = expected.remove(at.key());
      assertEquals(counts[0], at.corrects());
      assertEquals(counts[1], at.attempts());
      assertEquals(counts[0], table.corrects(at.key()));
      assertEquals(counts[1], table.attempts(at.key()));
    }
    assertEquals(0, expected.size());
    assertEquals(0, table.attempts(7_777_777));
  }

  @Test
  public void anEmptyTableHasNoKeys() {
    assertFalse(new CountTable().cursor().next());
  }
}

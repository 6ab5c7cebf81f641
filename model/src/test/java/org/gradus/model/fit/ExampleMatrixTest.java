package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ExampleMatrixTest {
  @Test
  public void keepsRowsAcrossTilesAndCopiesThem() {
    ExampleMatrix examples = new ExampleMatrix(2);
    float[] x = new float[2];
    for (int i = 0; i < 3 * Tile.ROWS + 1; i++) {
      x[0] = i;
      x[1] = -i;
      examples.append(x, i % 3 == 0);
    }
    assertEquals(3 * Tile.ROWS + 1, examples.rows());
    assertEquals(Tile.ROWS + 1, examples.positives());
    for (int i : new int[] {0, 1, Tile.ROWS - 1, Tile.ROWS, 3 * Tile.ROWS}) {
      assertArrayEquals(new float[] {i, -i}, Examples.row(examples, i), 0);
      assertEquals(i % 3 == 0, examples.label(i));
    }
  }

  @Test
  public void clearedItServesTheNextRows() {
    ExampleMatrix examples = Examples.random(Tile.ROWS + 7, 3, 1);
    examples.clear();
    assertEquals(0, examples.rows());
    assertEquals(0, examples.positives());
    examples.append(new float[] {1, 2, 3}, true);
    assertArrayEquals(new float[] {1, 2, 3}, Examples.row(examples, 0), 0);
    assertTrue(examples.label(0));
    examples.append(new float[] {4, 5, 6}, false);
    assertFalse(examples.label(1));
    assertEquals(1, examples.positives());
  }

  @Test
  public void refusesWhatIsNotFiniteAndNamesThePlace() {
    ExampleMatrix examples = Examples.random(5, 3, 1);
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> examples.append(new float[] {0, 0, bad}, true));
      assertTrue(
          refused.getMessage(), refused.getMessage().contains("row 5: its column 2 is " + bad));
    }
    assertThrows(IllegalArgumentException.class, () -> examples.append(new float[] {0, 0}, true));
    assertEquals(5, examples.rows());
  }

  @Test
  public void rowsBeforeClearDoNotChangeAFit() {
    ExampleMatrix used = Examples.random(2 * Tile.ROWS, 4, 1);
    used.clear();
    ExampleMatrix fresh = Examples.random(Tile.ROWS + 11, 4, 2);
    for (int i = 0; i < fresh.rows(); i++) {
      used.append(Examples.row(fresh, i), fresh.label(i));
    }
    GaussianPrior prior = GaussianPrior.ridge(4, 1);
    assertArrayEquals(
        LogisticFit.fit(fresh, prior, prior.means(), FitOptions.defaults()).theta(),
        LogisticFit.fit(used, prior, prior.means(), FitOptions.defaults()).theta(),
        0);
  }

  /** Ranges that begin, end and go over the edges of tiles of 512 rows. */
  @Test
  public void rowsAppendedFromAnotherMatrixAreThose() {
    ExampleMatrix all = new ExampleMatrix(2);
    for (int i = 0; i < 1300; i++) {
      all.append(new float[] {i, -i}, i % 3 == 0);
    }
    ExampleMatrix some = new ExampleMatrix(2);
    some.appendRows(all, 500, 1030);
    some.appendRows(all, 0, 0);
    some.appendRows(all, 1030, 1300);
    assertEquals(800, some.rows());
    float[] row = new float[2];
    int positives = 0;
    for (int i = 0; i < some.rows(); i++) {
      some.row(i, row);
      assertArrayEquals(new float[] {500 + i, -500 - i}, row, 0);
      assertEquals((500 + i) % 3 == 0, some.label(i));
      positives += some.label(i) ? 1 : 0;
    }
    assertEquals(positives, some.positives());
  }
}

package org.gradus.model.fit;

/**
 * Up to {@value #ROWS} rows, one array per column. Same index in every array, index from 0: the
 * shape of loop that the JIT compiler turns into vector instructions. Values beyond the rows in use
 * are finite left-overs.
 */
final class Tile {
  static final int ROWS = 512;

  final float[][] columns;

  /** +1 for a positive row, -1 for a negative one. */
  final float[] sign = new float[ROWS];

  /** Number of the row's item, or {@link ExampleMatrix#NO_ITEM}. */
  final int[] item = new int[ROWS];

  Tile(int columnCount) {
    columns = new float[columnCount][ROWS];
  }

  void set(int row, float[] features, boolean label, int itemOfRow) {
    for (int j = 0; j < columns.length; j++) {
      columns[j][row] = features[j];
    }
    sign[row] = label ? 1 : -1;
    item[row] = itemOfRow;
  }

  /**
   * Sets rows from {@code to} on to those of another from {@code from} on; tells how many are
   * positive.
   */
  int copy(Tile other, int from, int to, int count) {
    for (int j = 0; j < columns.length; j++) {
      System.arraycopy(other.columns[j], from, columns[j], to, count);
    }
    System.arraycopy(other.item, from, item, to, count);
    int positives = 0;
    for (int t = 0; t < count; t++) {
      sign[to + t] = other.sign[from + t];
      positives += sign[to + t] > 0 ? 1 : 0;
    }
    return positives;
  }

  /** Sets row t to row {@code row[t]} of {@code from[t]}, for the first {@code count} rows. */
  void gather(Tile[] from, int[] row, int count) {
    for (int j = 0; j < columns.length; j++) {
      float[] column = columns[j];
      for (int t = 0; t < count; t++) {
        column[t] = from[t].columns[j][row[t]];
      }
    }
    for (int t = 0; t < count; t++) {
      sign[t] = from[t].sign[row[t]];
      item[t] = from[t].item[row[t]];
    }
  }
}

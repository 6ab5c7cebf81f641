package org.gradus.model.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Labelled rows of 32-bit features, growing at the end, each perhaps of a numbered item. Memory is
 * 4 bytes per feature and row and 8 per row, taken in tiles of {@value Tile#ROWS} rows; {@link
 * #clear} keeps the tiles for the next rows, so that one matrix can serve a whole reducer. Not
 * thread-safe while rows are appended.
 */
public final class ExampleMatrix {
  /** Number of the item of a row that has none. */
  public static final int NO_ITEM = -1;

  private final int columns;
  private final List<Tile> tiles = new ArrayList<>();
  private int rows;
  private int positives;
  private int items;

  /** An empty matrix of rows with {@code columns} features (at least 1). */
  public ExampleMatrix(int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("Cannot make a matrix of " + columns + " columns.");
    }
    this.columns = columns;
  }

  /** Appends a copy of one row without an item. */
  public void append(float[] features, boolean label) {
    append(features, label, NO_ITEM);
  }

  /**
   * Appends a copy of one row.
   *
   * @param features {@link #columns} finite values
   * @param label whether the outcome was positive (correct)
   * @param item number of its item, from 0, or {@link #NO_ITEM}
   * @throws IllegalArgumentException if the length differs or a value is NaN or infinite; the
   *     matrix is then unchanged
   */
  public void append(float[] features, boolean label, int item) {
    check(features);
    Tile tile = tileForAppend();
    tile.set(rows % Tile.ROWS, features, label, item);
    rows++;
    positives += label ? 1 : 0;
    items = Math.max(items, item + 1);
  }

  private void check(float[] features) {
    if (features.length != columns) {
      throw new IllegalArgumentException(
          "Cannot append row "
              + rows
              + ": it has "
              + features.length
              + " features, the matrix "
              + columns
              + " columns.");
    }
    for (int j = 0; j < columns; j++) {
      if (!(Math.abs(features[j]) <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "Cannot append row "
                + rows
                + ": its column "
                + j
                + " is "
                + features[j]
                + ", not finite.");
      }
    }
  }

  private Tile tileForAppend() {
    int index = rows / Tile.ROWS;
    if (index == tiles.size()) {
      tiles.add(new Tile(columns));
    }
    return tiles.get(index);
  }

  /** Number of rows appended since the start or the last {@link #clear}. */
  public int rows() {
    return rows;
  }

  /** Number of features of a row. */
  public int columns() {
    return columns;
  }

  /** Number of rows with a positive label. */
  public int positives() {
    return positives;
  }

  /** How many items are numbered: one more than the highest number. */
  public int items() {
    return items;
  }

  /** Gives every item {@code i} the number {@code numbers[i]}, or {@link #NO_ITEM}. */
  public void renumberItems(int[] numbers) {
    items = 0;
    for (int i = 0; i < tiles(); i++) {
      int[] item = tiles.get(i).item;
      for (int t = 0; t < rowsOfTile(i); t++) {
        item[t] = item[t] == NO_ITEM ? NO_ITEM : numbers[item[t]];
        items = Math.max(items, item[t] + 1);
      }
    }
  }

  /** The label of a row, 0 to {@link #rows} - 1. */
  public boolean label(int row) {
    return tiles.get(row / Tile.ROWS).sign[row % Tile.ROWS] > 0;
  }

  /** Copies the features of a row, 0 to {@link #rows} - 1, into {@code out}. */
  public void row(int row, float[] out) {
    float[][] values = tiles.get(row / Tile.ROWS).columns;
    for (int j = 0; j < columns; j++) {
      out[j] = values[j][row % Tile.ROWS];
    }
  }

  /** Forgets all rows and keeps the memory for the next ones. */
  public void clear() {
    rows = 0;
    positives = 0;
    items = 0;
  }

  /**
   * Appends copies of rows {@code first} (inclusive) to {@code end} (exclusive) of another matrix.
   */
  public void appendRows(ExampleMatrix other, int first, int end) {
    items = Math.max(items, other.items);
    for (int row = first; row < end; ) {
      Tile tile = tileForAppend();
      Tile source = other.tiles.get(row / Tile.ROWS);
      int to = rows % Tile.ROWS;
      int from = row % Tile.ROWS;
      int count = Math.min(end - row, Tile.ROWS - Math.max(to, from));
      positives += tile.copy(source, from, to, count);
      rows += count;
      row += count;
    }
  }

  /** A copy of {@code wanted} evenly spaced rows, a tile and in it a column at a time. */
  ExampleMatrix sample(int wanted) {
    ExampleMatrix sample = new ExampleMatrix(columns);
    sample.items = items;
    Tile[] from = new Tile[Tile.ROWS];
    int[] row = new int[Tile.ROWS];
    while (sample.rows < wanted) {
      int count = Math.min(Tile.ROWS, wanted - sample.rows);
      for (int t = 0; t < count; t++) {
        int source = (int) ((long) (sample.rows + t) * rows / wanted);
        from[t] = tiles.get(source / Tile.ROWS);
        row[t] = source % Tile.ROWS;
        sample.positives += from[t].sign[row[t]] > 0 ? 1 : 0;
      }
      sample.tileForAppend().gather(from, row, count);
      sample.rows += count;
    }
    return sample;
  }

  int tiles() {
    return (rows + Tile.ROWS - 1) / Tile.ROWS;
  }

  Tile tile(int index) {
    return tiles.get(index);
  }

  int rowsOfTile(int index) {
    return Math.min(Tile.ROWS, rows - index * Tile.ROWS);
  }
}

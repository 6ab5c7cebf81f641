package org.gradus.model.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the items of one exercise as they come, and chooses in the end those that get an offset:
 * the most answered. An item is named by a key other than {@link #NO_KEY}. About 100 bytes an item.
 */
public final class ItemNumbers {
  /** Key of a row without an item. */
  public static final int NO_KEY = 0;

  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Integer> keys = new ArrayList<>();
  private long[] rows = new long[64];

  /** The number of an item, a new one if it has none yet, after so many more rows of it. */
  public int of(int key, long moreRows) {
    if (key == NO_KEY) {
      return ExampleMatrix.NO_ITEM;
    }
    Integer number = numbers.get(key);
    if (number == null) {
      number = keys.size();
      numbers.put(key, number);
      keys.add(key);
      rows = number < rows.length ? rows : Arrays.copyOf(rows, 2 * rows.length);
    }
    rows[number] += moreRows;
    return number;
  }

  /**
   * Keys of the items with most rows, in ascending order; of two with as many, the lower key. None
   * when there is but one item, whose offset would be that of the exercise.
   */
  public int[] mostAnswered(int most) {
    if (keys.size() < 2) {
      return new int[0];
    }
    return keys.stream()
        .sorted(
            Comparator.comparingLong((Integer key) -> -rows[numbers.get(key)])
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .mapToInt(key -> key)
        .sorted()
        .toArray();
  }

  /**
   * By number, the place of an item among these ascending keys, or {@link ExampleMatrix#NO_ITEM}.
   */
  public int[] placesAmong(int[] ascendingKeys) {
    int[] places = new int[keys.size()];
    for (int number = 0; number < places.length; number++) {
      int place = Arrays.binarySearch(ascendingKeys, keys.get(number));
      places[number] = place < 0 ? ExampleMatrix.NO_ITEM : place;
    }
    return places;
  }
}

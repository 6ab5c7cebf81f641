package org.gradus.model.difficulty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.fit.ItemNumbers;
import org.gradus.model.hash.StableHash;

/**
 * How much easier each item of one exercise is than its features say, as a part of the logit that
 * was fitted together with theta. Items are known by 32-bit keys; two that hash alike share an
 * offset (about 1 in 100 exercises of 10,000 items has such a pair). 8 bytes an item. Immutable.
 */
public final class ItemOffsets {
  /** Of an exercise none of whose items has an offset. */
  public static final ItemOffsets NONE = new ItemOffsets(new int[0], new float[0]);

  private final int[] keys;
  private final float[] offsets;

  private ItemOffsets(int[] keys, float[] offsets) {
    this.keys = keys;
    this.offsets = offsets;
  }

  /** Offsets, in logits, of items with these keys, which ascend. */
  public static ItemOffsets of(int[] keys, double[] offsets) {
    float[] rounded = new float[keys.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) offsets[i];
    }
    return new ItemOffsets(keys.clone(), rounded);
  }

  /** Key of an item, {@link ItemNumbers#NO_KEY} for an empty one. */
  public static int key(String exercise, String item) {
    if (item.isEmpty()) {
      return ItemNumbers.NO_KEY;
    }
    int key = (int) StableHash.of(exercise, item);
    return key == ItemNumbers.NO_KEY ? 1 : key;
  }

  /** Key of the item of an attempt, {@link ItemNumbers#NO_KEY} if it has none. */
  public static int key(Attempt attempt) {
    return key(attempt.exercise(), attempt.item());
  }

  /** Offset of the item with a key, 0 for one that has none. */
  public float get(int key) {
    int place = Arrays.binarySearch(keys, key);
    return place < 0 ? 0 : offsets[place];
  }

  /** As a value for JSON: pairs of key and offset. */
  public List<Object> toJson() {
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      pairs.add(List.of(keys[i], offsets[i]));
    }
    return pairs;
  }

  /** Reads what {@link #toJson} gave. */
  public static ItemOffsets fromJson(List<?> pairs) {
    int[] keys = new int[pairs.size()];
    float[] offsets = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      List<?> pair = (List<?>) pairs.get(i);
      keys[i] = ((Number) pair.get(0)).intValue();
      offsets[i] = ((Number) pair.get(1)).floatValue();
    }
    return new ItemOffsets(keys, offsets);
  }
}

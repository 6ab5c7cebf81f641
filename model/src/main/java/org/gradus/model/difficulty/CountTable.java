package org.gradus.model.difficulty;

import java.util.Arrays;

/**
 * Corrects and attempts by 64-bit key, in open addressing: 24 bytes a slot at a load of at most one
 * half, hence 48 to 96 bytes per distinct key. Two keys that hash alike are counted as one (about 3
 * in a million for 10 million keys).
 */
final class CountTable {
  private static final int SMALLEST = 64;

  private long[] keys = new long[SMALLEST];
  private long[] corrects = new long[SMALLEST];
  private long[] attempts = new long[SMALLEST];
  private int size;

  void add(long key, long moreCorrects, long moreAttempts) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (attempts[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    corrects[slot] += moreCorrects;
    attempts[slot] += moreAttempts;
  }

  long corrects(long key) {
    return corrects[slot(key)];
  }

  long attempts(long key) {
    return attempts[slot(key)];
  }

  int size() {
    return size;
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(attempts, 0);
      Arrays.fill(corrects, 0);
      size = 0;
    }
  }

  /** The slot that holds the key, or the free one where it belongs. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (attempts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCorrects = corrects;
    long[] oldAttempts = attempts;
    keys = new long[oldKeys.length * 2];
    corrects = new long[keys.length];
    attempts = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldAttempts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        corrects[slot] = oldCorrects[i];
        attempts[slot] = oldAttempts[i];
      }
    }
  }
}

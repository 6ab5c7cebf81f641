package org.gradus.model.difficulty;

/**
 * Corrects, attempts and one number more by 64-bit key, in open addressing: 32 bytes a slot, half a
 * cache line, at a load of at most one half, hence 64 to 128 bytes per distinct key. Two keys that
 * hash alike are counted as one (about 3 in a million for 10 million keys).
 */
public final class CountTable {
  private static final int SMALLEST = 64;
  private static final int SHIFT = 2;
  private static final int ATTEMPTS = 1;
  private static final int CORRECTS = 2;
  private static final int VALUE = 3;

  /** Key, attempts, corrects and value, slot after slot; a slot without attempts is free. */
  private long[] slots = new long[SMALLEST << SHIFT];

  private int size;

  /** Adds so many corrects and attempts, the latter 1 or more, to those of a key. */
  public void add(long key, long moreCorrects, long moreAttempts) {
    if (size * 2L >= slots.length >> SHIFT) {
      grow();
    }
    int slot = slot(key);
    if (slots[slot + ATTEMPTS] == 0) {
      slots[slot] = key;
      size++;
    }
    slots[slot + ATTEMPTS] += moreAttempts;
    slots[slot + CORRECTS] += moreCorrects;
  }

  /** Corrects of a key, 0 if it has none. */
  public long corrects(long key) {
    return slots[slot(key) + CORRECTS];
  }

  /** Attempts of a key, 0 if it has none. */
  public long attempts(long key) {
    return slots[slot(key) + ATTEMPTS];
  }

  /** Sets the number more of a key that has attempts. */
  void setValue(long key, double value) {
    slots[slot(key) + VALUE] = Double.doubleToLongBits(value);
  }

  /** The number more of a key, 0 if it has none. */
  double value(long key) {
    return Double.longBitsToDouble(slots[slot(key) + VALUE]);
  }

  /** Number of distinct keys. */
  public int size() {
    return size;
  }

  /** Bytes that it takes, 2,048 when it is empty. */
  public long bytes() {
    return (long) slots.length * Long.BYTES;
  }

  /** All keys, in an order that depends on nothing but the keys and when they came. */
  public Cursor cursor() {
    return new Cursor();
  }

  /** Where the slot begins that holds the key, or the free one where it belongs. */
  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = ((int) (key ^ (key >>> 32)) << SHIFT) & mask;
    while (slots[slot + ATTEMPTS] != 0 && slots[slot] != key) {
      slot = (slot + (1 << SHIFT)) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int from = 0; from < old.length; from += 1 << SHIFT) {
      if (old[from + ATTEMPTS] != 0) {
        System.arraycopy(old, from, slots, slot(old[from]), 1 << SHIFT);
      }
    }
  }

  /** Goes from key to key; before the first {@link #next} it is at none. */
  public final class Cursor {
    private int slot = -(1 << SHIFT);

    private Cursor() {}

    /** Goes to the next key; false if there is none. */
    public boolean next() {
      do {
        slot += 1 << SHIFT;
      } while (slot < slots.length && slots[slot + ATTEMPTS] == 0);
      return slot < slots.length;
    }

    /** The key. */
    public long key() {
      return slots[slot];
    }

    /** Its attempts. */
    public long attempts() {
      return slots[slot + ATTEMPTS];
    }

    /** Its corrects. */
    public long corrects() {
      return slots[slot + CORRECTS];
    }
  }
}

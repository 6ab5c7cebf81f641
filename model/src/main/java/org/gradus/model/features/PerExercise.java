package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a block remembers of one student per exercise (or per item, or per any other text). */
final class PerExercise<E extends PerExercise.Entry> {
  private final Map<String, E> entries = new HashMap<>();
  private final Supplier<E> fresh;
  private final E unseen;

  /** Memory of a new student; {@code fresh} makes the entry of an exercise at its first attempt. */
  PerExercise(Supplier<E> fresh) {
    this.fresh = fresh;
    unseen = fresh.get();
  }

  /** The entry of a key for reading, a fresh one when there is none. */
  E peek(String key) {
    return entries.getOrDefault(key, unseen);
  }

  /** The entry of a key for changing. */
  E get(String key) {
    E entry = entries.get(key);
    if (entry == null) {
      entry = fresh.get();
      entries.put(key, entry);
    }
    return entry;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(entries.size());
    for (Map.Entry<String, E> entry : new TreeMap<>(entries).entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
  }

  void read(DataInput in) throws IOException {
    entries.clear();
    for (int count = in.readInt(); count > 0; count--) {
      get(in.readUTF()).read(in);
    }
  }

  /** A serialisable entry. */
  interface Entry {
    void write(DataOutput out) throws IOException;

    void read(DataInput in) throws IOException;
  }
}

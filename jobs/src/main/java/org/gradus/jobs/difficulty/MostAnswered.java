package org.gradus.jobs.difficulty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.gradus.model.difficulty.TransitionCounts;

/**
 * The transitions of one exercise with the most attempts, as many as are allowed; of two with
 * equally many, the one with the lower key.
 */
final class MostAnswered {
  /** What one takes: an entry and its place in the queue. Packed, they take as much once more. */
  static final int BYTES = 50;

  private static final Comparator<Entry> LEAST_FIRST =
      Comparator.<Entry>comparingLong(entry -> entry.attempts)
          .thenComparing(entry -> entry.key, Comparator.reverseOrder());

  private final PriorityQueue<Entry> entries = new PriorityQueue<>(LEAST_FIRST);
  private final long most;

  MostAnswered(long most) {
    this.most = most;
  }

  void add(long key, long corrects, long attempts) {
    entries.add(new Entry(key, corrects, attempts));
    if (entries.size() > most) {
      entries.remove();
    }
  }

  int size() {
    return entries.size();
  }

  /** All that are kept, in the order of their keys. */
  TransitionCounts counts() {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(entry -> entry.key));
    TransitionCounts counts = new TransitionCounts();
    sorted.forEach(entry -> counts.add(entry.key, entry.corrects, entry.attempts));
    return counts;
  }

  private static final class Entry {
    private final long key;
    private final long corrects;
    private final long attempts;

    Entry(long key, long corrects, long attempts) {
      this.key = key;
      this.corrects = corrects;
      this.attempts = attempts;
    }
  }
}

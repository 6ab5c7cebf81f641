package org.gradus.jobs.train;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Merges part files, each of lines sorted by exercise, into one sequence sorted by exercise; holds
 * one line per part. Lines whose exercise is the empty text come first.
 */
final class TrainParts implements Closeable {
  /** Stands in place of the parameters in the line that holds a reducer's sums. */
  static final String SUMS = "sums";

  private static final Comparator<Head> ORDER =
      Comparator.<Head, byte[]>comparing(head -> head.name, Arrays::compareUnsigned)
          .thenComparingInt(head -> head.part);

  private final Function<String, String> exerciseOf;
  private final List<BufferedReader> parts = new ArrayList<>();
  private final PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);

  /** A merge without parts; {@code exerciseOf} finds the exercise of a line. */
  TrainParts(Function<String, String> exerciseOf) {
    this.exerciseOf = exerciseOf;
  }

  /** Adds a part. */
  void add(BufferedReader part) throws IOException {
    parts.add(part);
    advance(parts.size() - 1);
  }

  private void advance(int part) throws IOException {
    String line = parts.get(part).readLine();
    if (line != null) {
      heads.add(new Head(exerciseOf.apply(line), line, part));
    }
  }

  /** Exercise of the next line, or null at the end. */
  String peekExercise() {
    return heads.isEmpty() ? null : heads.peek().exercise;
  }

  /** The next line. */
  String next() throws IOException {
    Head head = heads.remove();
    advance(head.part);
    return head.line;
  }

  @Override
  public void close() throws IOException {
    for (BufferedReader part : parts) {
      part.close();
    }
  }

  private static final class Head {
    private final String exercise;
    private final byte[] name;
    private final String line;
    private final int part;

    Head(String exercise, String line, int part) {
      this.exercise = exercise;
      name = exercise.getBytes(StandardCharsets.UTF_8);
      this.line = line;
      this.part = part;
    }
  }
}

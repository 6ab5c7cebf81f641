package org.gradus.jobs.deliver;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;

/** A recommended exercise or a challenge card of a student. Immutable. */
final class NextExercise {
  private final String kind;
  private final long place;
  private final String exercise;
  private final double probability;

  private NextExercise(String kind, long place, String exercise, double probability) {
    this.kind = kind;
    this.place = place;
    this.exercise = exercise;
    this.probability = probability;
  }

  /** The elements of a list of a record, in their order. */
  static List<NextExercise> of(String kind, Group list) {
    List<NextExercise> all = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
      Group element = list.getGroup("list", i).getGroup("element", 0);
      String exercise = element.getString("exercise", 0);
      all.add(new NextExercise(kind, i + 1L, exercise, element.getDouble("probability", 0)));
    }
    return all;
  }

  static NextExercise read(DataInput in) throws IOException {
    return new NextExercise(in.readUTF(), in.readLong(), in.readUTF(), in.readDouble());
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(kind);
    out.writeLong(place);
    out.writeUTF(exercise);
    out.writeDouble(probability);
  }

  /** {@code recommended} or {@code challenge}. */
  String kind() {
    return kind;
  }

  /** Place in the list of its kind, from 1. */
  long place() {
    return place;
  }

  String exercise() {
    return exercise;
  }

  /** P(correct), 0 to 1. */
  double probability() {
    return probability;
  }
}

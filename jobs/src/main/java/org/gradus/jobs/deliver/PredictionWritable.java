package org.gradus.jobs.deliver;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.Writable;
import org.apache.parquet.example.data.Group;

/**
 * One student's record between map and reduce. Serialised as attempts, length and bytes of the
 * state, and number and elements of the lists.
 */
public final class PredictionWritable implements Writable {
  private long attempts;
  private byte[] state = {};
  private final List<NextExercise> next = new ArrayList<>();

  /** No record; Hadoop creates values by reflection. */
  public PredictionWritable() {}

  /** The record of a Parquet file. */
  static PredictionWritable of(Group record) {
    PredictionWritable prediction = new PredictionWritable();
    prediction.attempts = record.getInteger("attempts", 0);
    prediction.state = record.getBinary("state", 0).getBytes();
    prediction.next.addAll(NextExercise.of("recommended", record.getGroup("recommended", 0)));
    prediction.next.addAll(NextExercise.of("challenge", record.getGroup("challenges", 0)));
    return prediction;
  }

  long attempts() {
    return attempts;
  }

  byte[] state() {
    return state.clone();
  }

  /** Recommended exercises and challenge cards. */
  List<NextExercise> next() {
    return next;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(attempts);
    out.writeInt(state.length);
    out.write(state);
    out.writeInt(next.size());
    for (NextExercise exercise : next) {
      exercise.write(out);
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    attempts = in.readLong();
    state = new byte[in.readInt()];
    in.readFully(state);
    next.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      next.add(NextExercise.read(in));
    }
  }
}

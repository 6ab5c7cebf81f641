package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.WritableUtils;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ItemNumbers;

/** Unpacks the rows of traces, one after the other, into one array that is reused. */
public final class TraceReader {
  /** Stands for {@link #answersBefore()} in a row that repeats an answer. */
  public static final int REPEAT = -1;

  private final FeatureSet featureSet;
  private final float[] features;
  private final DataInputBuffer in = new DataInputBuffer();
  private int left;
  private int opportunity;
  private boolean correct;
  private boolean heldOut;
  private int lastAnswer;
  private int item;
  private int answersBefore;

  /** A reader of traces of a feature set. */
  public TraceReader(FeatureSet featureSet) {
    this.featureSet = featureSet;
    features = new float[featureSet.size()];
  }

  /** Goes to the start of a trace. */
  public void open(TraceWritable trace) {
    in.reset(trace.bytes(), trace.length());
    Arrays.fill(features, 0f);
    left = trace.rows();
    opportunity = trace.firstOpportunity() - 1;
    heldOut = trace.isHeldOut();
    lastAnswer = -1;
    item = ItemNumbers.NO_KEY;
  }

  /** Goes to the next row, if there is one. */
  public boolean next() throws IOException {
    if (left == 0) {
      return false;
    }
    left--;
    opportunity++;
    long head = WritableUtils.readVLong(in);
    correct = (head & 1) == 1;
    if ((head & 2) == 2) {
      item = in.readInt();
    }
    if (heldOut) {
      readAnswer();
    }
    int offset = 0;
    for (int block = 0; block < featureSet.blocks().size(); block++) {
      int width = featureSet.width(block);
      if ((head >>> (block + 2) & 1) == 1) {
        read(offset, width, featureSet.blocks().get(block).quantum());
      }
      offset += width;
    }
    return true;
  }

  private void readAnswer() throws IOException {
    int difference = WritableUtils.readVInt(in);
    lastAnswer += difference;
    answersBefore = difference == 0 ? REPEAT : lastAnswer;
  }

  private void read(int offset, int width, float quantum) throws IOException {
    for (int i = offset; i < offset + width; i++) {
      features[i] =
          quantum > 0 ? WritableUtils.readVInt(in) * quantum : Float.intBitsToFloat(in.readInt());
    }
  }

  /** Features of the row, one per feature of the set; overwritten by {@link #next}. */
  public float[] features() {
    return features;
  }

  /** Key of the row's item, {@link ItemNumbers#NO_KEY} where it has none or none is wanted. */
  public int item() {
    return item;
  }

  /** Label of the row. */
  public boolean correct() {
    return correct;
  }

  /**
   * How many answers the student had given before this one, to any exercise; {@link #REPEAT} where
   * the row tells of the same answer as an earlier row. Only for held-out students.
   */
  public int answersBefore() {
    return answersBefore;
  }

  /** Which attempt of the student on the exercise the row is, from 1. */
  public int opportunity() {
    return opportunity;
  }
}

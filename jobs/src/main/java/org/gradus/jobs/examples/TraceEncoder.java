package org.gradus.jobs.examples;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.WritableUtils;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ItemNumbers;

/**
 * Packs rows without loss. A row is one number (label in the lowest bit, above it one bit that says
 * whether the item is another than in the row before, and one for each block that differs from it),
 * then the item's key, 4 bytes, if it is another one, and the values of those blocks: 4 bytes each,
 * or small whole numbers where the block has a quantum (the knowledge state: about 100 bytes
 * whenever the student has met another exercise, nothing otherwise). Rows of held-out students also
 * tell how many answers were before, as the difference to the row before, or 0 where an answer is
 * repeated.
 */
final class TraceEncoder {
  private final FeatureSet featureSet;
  private final boolean heldOut;
  private final float[] last;
  private final DataOutputBuffer out = new DataOutputBuffer(64);

  /** A block's values, to be written at once: each write takes a lock. */
  private final ByteBuffer values;

  private int firstOpportunity = 1;
  private int rows;
  private int lastAnswer = -1;
  private int lastItem = ItemNumbers.NO_KEY;

  TraceEncoder(FeatureSet featureSet, boolean heldOut) {
    this.featureSet = featureSet;
    this.heldOut = heldOut;
    last = new float[featureSet.size()];
    values = ByteBuffer.allocate(Float.BYTES * featureSet.size());
  }

  /**
   * Appends a row; {@code item} is the key of its item, {@code answersBefore} is the number of
   * answers of the student before this one, or {@link TraceReader#REPEAT}.
   */
  void append(float[] features, boolean label, int item, int answersBefore) throws IOException {
    long changes = changes(features);
    boolean another = item != lastItem;
    WritableUtils.writeVLong(out, changes << 2 | (another ? 2 : 0) | (label ? 1 : 0));
    if (another) {
      out.writeInt(item);
      lastItem = item;
    }
    if (heldOut) {
      writeAnswer(answersBefore);
    }
    int offset = 0;
    for (int block = 0; block < featureSet.blocks().size(); block++) {
      int width = featureSet.width(block);
      if ((changes >>> block & 1) == 1) {
        write(features, offset, width, featureSet.blocks().get(block).quantum());
      }
      offset += width;
    }
    System.arraycopy(features, 0, last, 0, last.length);
    rows++;
  }

  private void writeAnswer(int answersBefore) throws IOException {
    if (answersBefore == TraceReader.REPEAT) {
      WritableUtils.writeVInt(out, 0);
    } else {
      WritableUtils.writeVInt(out, answersBefore - lastAnswer);
      lastAnswer = answersBefore;
    }
  }

  private long changes(float[] features) {
    long changes = 0;
    int offset = 0;
    for (int block = 0; block < featureSet.blocks().size(); block++) {
      int width = featureSet.width(block);
      if (differs(features, offset, width)) {
        changes |= 1L << block;
      }
      offset += width;
    }
    return changes;
  }

  private boolean differs(float[] features, int offset, int width) {
    for (int i = offset; i < offset + width; i++) {
      if (Float.floatToIntBits(features[i]) != Float.floatToIntBits(last[i])) {
        return true;
      }
    }
    return false;
  }

  private void write(float[] features, int offset, int width, float quantum) throws IOException {
    if (quantum > 0) {
      for (int i = offset; i < offset + width; i++) {
        WritableUtils.writeVInt(out, Math.round(features[i] / quantum));
      }
    } else {
      values.clear();
      for (int i = offset; i < offset + width; i++) {
        values.putFloat(features[i]);
      }
      out.write(values.array(), 0, values.position());
    }
  }

  /** Bytes held. */
  int size() {
    return out.getLength();
  }

  int rows() {
    return rows;
  }

  /**
   * Moves the rows out, into a trace that is to be written before the next append; the next rows go
   * on behind them.
   */
  void drainTo(TraceWritable trace) {
    trace.set(firstOpportunity, rows, heldOut, out.getData(), out.getLength());
    firstOpportunity += rows;
    rows = 0;
    lastAnswer = -1;
    lastItem = ItemNumbers.NO_KEY;
    out.reset();
    java.util.Arrays.fill(last, 0f);
  }
}

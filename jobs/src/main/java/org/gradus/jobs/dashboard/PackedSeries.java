package org.gradus.jobs.dashboard;

import java.io.ByteArrayOutputStream;
import org.gradus.model.evaluate.PredictionSums;

/**
 * Answers to one exercise, day after day, in few bytes: the number as a base-128 varint (lowest
 * bits first) and, unless it is 0, the mean log loss in 1/10,000 nats (two bytes, lowest first, at
 * most 6.5535), the share of corrects and the mean prediction in 1/255 (a byte each).
 */
final class PackedSeries {
  private static final int LARGEST = 0xFFFF;
  private static final int COUNT_BITS = 32;

  /** One cell per day: 32 bits of number, 16 of log loss, 8 of corrects, 8 of prediction. */
  private final long[] cells;

  PackedSeries(int days) {
    cells = new long[days];
  }

  void set(int day, PredictionSums sums) {
    long attempts = Math.min(Integer.MAX_VALUE, sums.attempts());
    long logLoss = Math.min(LARGEST, Math.round(sums.logLoss() * 10_000));
    long corrects = Math.round(sums.shareCorrect() * 255);
    long predicted = Math.round(sums.meanProbability() * 255);
    cells[day] = attempts << COUNT_BITS | logLoss << 16 | corrects << 8 | predicted;
  }

  void writeTo(ByteArrayOutputStream out) {
    for (long cell : cells) {
      long attempts = cell >>> COUNT_BITS;
      for (long rest = attempts; ; rest >>>= 7) {
        boolean last = rest < 128;
        out.write((int) (last ? rest : (rest & 127) | 128));
        if (last) {
          break;
        }
      }
      if (attempts > 0) {
        out.write((int) (cell >>> 16 & 255));
        out.write((int) (cell >>> 24 & 255));
        out.write((int) (cell >>> 8 & 255));
        out.write((int) (cell & 255));
      }
    }
  }
}

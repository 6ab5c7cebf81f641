package org.gradus.jobs.examples;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.gradus.model.features.FeatureSet;
import org.junit.Test;

/**
 * Rows come out of a trace as they went in, to the last bit, and cheaply where nothing has changed.
 */
public class TraceTest {
  private static final int STATE = 7;
  private final FeatureSet khan = FeatureSet.of("khan");

  private float[] row(Random random, boolean newState, float[] before) {
    float[] row = before.clone();
    for (int i = 0; i < STATE; i++) {
      row[i] = random.nextFloat();
    }
    for (int i = STATE; newState && i < row.length; i++) {
      row[i] = (random.nextInt(401) - 200) * 0.1f;
    }
    return row;
  }

  private static int answersBefore(int row) {
    return row % 5 == 4 ? TraceReader.REPEAT : row * row;
  }

  private static TraceWritable throughBytes(TraceWritable trace) throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    trace.write(out);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(out.getData(), out.getLength());
    TraceWritable copy = new TraceWritable();
    copy.readFields(in);
    return copy;
  }

  @Test
  public void everyRowSurvivesInTwoChunks() throws IOException {
    Random random = new Random(3);
    float[][] rows = new float[50][khan.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(random, i % 7 == 0, rows[Math.max(0, i - 1)]);
    }
    TraceEncoder encoder = new TraceEncoder(khan, true);
    TraceReader reader = new TraceReader(khan);
    for (int chunk = 0; chunk < 2; chunk++) {
      for (int i = 25 * chunk; i < 25 * chunk + 25; i++) {
        encoder.append(rows[i], i % 3 == 0, item(i), answersBefore(i));
      }
      TraceWritable trace = new TraceWritable();
      encoder.drainTo(trace);
      reader.open(throughBytes(trace));
      for (int i = 25 * chunk; i < 25 * chunk + 25; i++) {
        assertTrue(reader.next());
        assertArrayEquals(rows[i], reader.features(), 0f);
        assertEquals(i % 3 == 0, reader.correct());
        assertEquals(item(i), reader.item());
        assertEquals(i + 1, reader.opportunity());
        assertEquals(answersBefore(i), reader.answersBefore());
      }
      assertFalse(reader.next());
    }
  }

  /** Items change now and then, also back to none. */
  private static int item(int row) {
    return row % 9 < 4 ? 0 : row % 2 == 0 ? -5 - row / 3 : row / 3;
  }

  @Test
  public void anUnchangedRowCostsOneByte() throws IOException {
    TraceEncoder encoder = new TraceEncoder(khan, false);
    float[] row = row(new Random(1), true, new float[khan.size()]);
    encoder.append(row, true, 7, 0);
    int first = encoder.size();
    encoder.append(row, true, 7, 1000);
    assertEquals(1, encoder.size() - first);
    assertTrue(first + " bytes", first <= 1 + 4 + 4 * STATE + 2 * 100);
  }

  @Test
  public void theNextTraceTellsTheItemAnew() throws IOException {
    TraceEncoder encoder = new TraceEncoder(khan, false);
    TraceReader reader = new TraceReader(khan);
    for (int chunk = 0; chunk < 2; chunk++) {
      encoder.append(new float[khan.size()], true, 7, 0);
      TraceWritable trace = new TraceWritable();
      encoder.drainTo(trace);
      reader.open(throughBytes(trace));
      assertTrue(reader.next());
      assertEquals(7, reader.item());
    }
  }

  @Test
  public void ordersSayRoleAndStudent() {
    for (int chunk : new int[] {1, 2, 99}) {
      String order = TraceOrder.of(true, "student 7", chunk);
      assertTrue(TraceOrder.isHeldOut(order));
      assertEquals("student 7", TraceOrder.student(order));
    }
    assertFalse(TraceOrder.isHeldOut(TraceOrder.of(false, "s", 1)));
    assertTrue(TraceOrder.of(false, "z", 1).compareTo(TraceOrder.of(true, "a", 1)) < 0);
    assertTrue(TraceOrder.of(false, "s", 1).compareTo(TraceOrder.of(false, "s", 2)) < 0);
    assertTrue(TraceOrder.of(false, "s", 9).compareTo(TraceOrder.of(false, "s", 10)) < 0);
  }
}

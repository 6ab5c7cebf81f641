package org.gradus.jobs.predict;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.junit.Test;

/** Which threshold first attempts ask for. */
public class FirstAttemptsTest {
  /** 60 of 100 are right at .3, 90 of 100 at .7, 99 of 100 at .9. */
  private static FirstAttemptsWritable planted() {
    FirstAttemptsWritable bins = new FirstAttemptsWritable();
    for (int i = 0; i < 100; i++) {
      bins.add(0.3, i < 60);
      bins.add(0.7, i < 90);
      bins.add(0.9, i < 99);
    }
    return bins;
  }

  @Test
  public void theThresholdMaximisesFBeta() {
    FirstAttemptsWritable bins = planted();
    assertEquals(300, bins.attempts());
    // At beta 0.5 and threshold .7: 189 right, 60 missed, 11 wrong.
    assertEquals(1.25 * 189 / (1.25 * 189 + 0.25 * 60 + 11), bins.score(70, 0.5), 1e-12);
    assertEquals(0.70, bins.best(0.5), 1e-12);
    assertEquals(0.30, bins.best(2), 1e-12);
    assertEquals(0.90, bins.best(0.05), 1e-12);
  }

  @Test
  public void probabilitiesAtTheEndsHaveABin() {
    FirstAttemptsWritable bins = new FirstAttemptsWritable();
    bins.add(0, false);
    bins.add(1, true);
    assertEquals(2, bins.attempts());
    assertEquals(0.99, bins.best(1), 1e-12);
  }

  @Test
  public void itTravelsWhole() throws Exception {
    DataOutputBuffer bytes = new DataOutputBuffer();
    planted().write(bytes);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(bytes.getData(), bytes.getLength());
    FirstAttemptsWritable copy = new FirstAttemptsWritable();
    copy.add(0.5, true);
    copy.readFields(in);
    assertEquals(planted().score(70, 0.5), copy.score(70, 0.5), 0);
    assertEquals(300, copy.attempts());
  }

  @Test
  public void theReducerAddsUpAndLeavesRareExercisesToTheDefault() throws Exception {
    ReduceDriver<Text, FirstAttemptsWritable, NullWritable, Text> driver =
        ReduceDriver.newReduceDriver(new ThresholdReducer());
    PredictKeys.CHALLENGE_LEAST_ATTEMPTS.set(driver.getConfiguration(), 600L);
    driver
        .withInput(new Text("often"), List.of(planted(), planted()))
        .withInput(new Text("rare"), List.of(planted()))
        .withOutput(
            NullWritable.get(),
            new Text("{\"exercise\":\"often\",\"threshold\":0.7,\"firstAttempts\":600}"))
        .withCounter(PredictCounter.FIRST_ATTEMPTS_BINNED, 900)
        .runTest();
  }
}

package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.Test;

public class MomentsTest {
  private static final double[] THETA = {0.5, -2, 1, 3};

  private static Moments of(ExampleMatrix... parts) {
    Moments moments = new Moments(1, 3);
    for (ExampleMatrix part : parts) {
      moments.add(part, THETA);
    }
    return moments;
  }

  @Test
  public void areThoseOfThePlainFormulas() {
    ExampleMatrix examples = Examples.random(1300, 4, 6);
    SummaryStatistics column = new SummaryStatistics();
    SummaryStatistics group = new SummaryStatistics();
    for (int i = 0; i < examples.rows(); i++) {
      float[] x = Examples.row(examples, i);
      column.addValue(x[2]);
      group.addValue(-2 * x[1] + x[2] + 3 * x[3]);
    }
    Moments moments = of(examples);
    assertEquals(1300, moments.rows());
    assertEquals(column.getMean(), moments.means()[2], 1e-12);
    assertEquals(Math.sqrt(column.getPopulationVariance()), moments.deviations()[2], 1e-9);
    assertEquals(Math.sqrt(group.getPopulationVariance()), moments.groupDeviations()[1], 1e-9);
    assertEquals(0.5 * moments.deviations()[0], moments.groupDeviations()[0], 1e-9);
    assertEquals("a constant does not vary", 0, moments.deviations()[3], 0);
  }

  @Test
  public void doNotDependOnTheOrderOfParts() {
    ExampleMatrix a = Examples.random(700, 4, 1);
    ExampleMatrix b = Examples.random(30, 4, 2);
    Moments parts = of(b);
    parts.add(of(a));
    assertArrayEquals(of(a, b).means(), parts.means(), 0);
    assertArrayEquals(of(a, b).groupDeviations(), parts.groupDeviations(), 0);
  }

  @Test
  public void readBackTheSame() throws IOException {
    Moments moments = of(Examples.random(99, 4, 3));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    moments.write(new DataOutputStream(bytes));
    Moments copy = new Moments(moments.widths());
    copy.readFields(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertEquals(99, copy.rows());
    assertArrayEquals(moments.deviations(), copy.deviations(), 0);
  }
}

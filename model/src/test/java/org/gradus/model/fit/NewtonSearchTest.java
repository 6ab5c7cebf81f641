package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.junit.Test;

public class NewtonSearchTest {
  private static final FitOptions STRICT = FitOptions.defaults().withTolerance(1e-9);

  private static LossSums sums(ExampleMatrix examples, double[] theta) {
    LossSums sums = new LossSums(theta.length);
    sums.add(examples, theta);
    return sums;
  }

  private static NewtonSearch search(ExampleMatrix examples, GaussianPrior prior, double[] start) {
    NewtonSearch search = NewtonSearch.from(start);
    while (!search.isFinished()) {
      search.next(sums(examples, search.theta()), prior, STRICT);
    }
    return search;
  }

  @Test
  public void findsTheOptimumInFewRounds() {
    ExampleMatrix examples = Examples.random(3000, 12, 4);
    GaussianPrior prior = GaussianPrior.ridge(12, 0.8);
    NewtonSearch search = search(examples, prior, new double[12]);
    assertTrue(search.hasConverged());
    assertTrue(search.rounds() <= 7);
    assertArrayEquals(Examples.newton(examples, prior), search.theta(), 1e-9);
  }

  @Test
  public void halvesStepsThatGoTooFar() {
    ExampleMatrix examples = Examples.random(3000, 5, 4);
    GaussianPrior prior = GaussianPrior.ridge(5, 0.1);
    double[] far = new double[5];
    Arrays.fill(far, 6);
    NewtonSearch search = search(examples, prior, far);
    assertTrue(search.hasConverged());
    assertArrayEquals(Examples.newton(examples, prior), search.theta(), 1e-9);
  }

  @Test
  public void stopsAtTheLimitAtTheBestTheta() {
    ExampleMatrix examples = Examples.random(3000, 5, 4);
    GaussianPrior prior = GaussianPrior.ridge(5, 0.1);
    NewtonSearch search = NewtonSearch.from(new double[5]);
    search.next(sums(examples, search.theta()), prior, STRICT.withMaxIterations(1));
    assertTrue(search.isFinished());
    assertFalse(search.hasConverged());
    assertArrayEquals(new double[5], search.theta(), 0);
  }

  @Test
  public void classesThatCanBeSeparatedHaveNoOptimumWithoutAPrior() {
    ExampleMatrix examples = new ExampleMatrix(2);
    for (int i = -9; i <= 9; i += 2) {
      examples.append(new float[] {1, i}, i > 0);
    }
    NewtonSearch free = search(examples, GaussianPrior.ridge(2, 0), new double[2]);
    assertFalse(free.hasConverged());
    assertTrue(Arrays.stream(free.theta()).allMatch(Double::isFinite));
    assertTrue(search(examples, GaussianPrior.ridge(2, 0.1), new double[2]).hasConverged());
  }

  @Test
  public void jsonKeepsEveryBitBetweenRounds() {
    ExampleMatrix examples = Examples.random(700, 6, 9);
    GaussianPrior prior = GaussianPrior.ridge(6, 0.3);
    double[] far = {3, -4, 5, 3, 4, -3};
    NewtonSearch search = NewtonSearch.from(far);
    while (!search.isFinished()) {
      search = NewtonSearch.fromJson(JsonReader.readObject(JsonWriter.write(search.toJson())));
      search.next(sums(examples, search.theta()), prior, STRICT);
    }
    NewtonSearch whole = search(examples, prior, far);
    assertArrayEquals(whole.theta(), search.theta(), 0);
    assertEquals(whole.rounds(), search.rounds());
  }

  @Test
  public void sumsOfPartsAreTheSameBitsInAnyOrder() throws IOException {
    double[] theta = {0.5, -0.25, 1, 0.1};
    LossSums forward = new LossSums(4);
    LossSums backward = new LossSums(4);
    for (int part = 0; part < 20; part++) {
      forward.add(Examples.random(30 + part, 4, part), theta);
      LossSums one = sums(Examples.random(49 - part, 4, 19 - part), theta);
      backward.add(copy(one));
    }
    assertEquals(forward.rows(), backward.rows());
    assertEquals(forward.positives(), backward.positives());
    assertEquals(forward.loss(), backward.loss(), 0);
    assertArrayEquals(forward.gradient(), backward.gradient(), 0);
    for (int j = 0; j < 4; j++) {
      assertArrayEquals(forward.hessian()[j], backward.hessian()[j], 0);
    }
  }

  private static LossSums copy(LossSums sums) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sums.write(new DataOutputStream(bytes));
    LossSums copy = new LossSums(sums.widths());
    copy.readFields(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }
}

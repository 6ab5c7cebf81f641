package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

/** Offsets of items: a column for each item, without the columns. */
public class ItemFitTest {
  private static final int COLUMNS = 5;
  private static final double PRECISION = 3;
  private static final GaussianPrior PRIOR = GaussianPrior.ridge(COLUMNS, 0.7);

  private final double[] planted = new double[40];

  /** Rows of the items, every tenth of none; the same ones with a column for each item. */
  private ExampleMatrix[] examples(int rows) {
    Random random = new Random(5);
    Arrays.setAll(planted, i -> 1.2 * random.nextGaussian());
    ExampleMatrix withItems = new ExampleMatrix(COLUMNS);
    ExampleMatrix withColumns = new ExampleMatrix(COLUMNS + planted.length);
    for (int i = 0; i < rows; i++) {
      float[] row = new float[COLUMNS + planted.length];
      row[0] = 1;
      for (int j = 1; j < COLUMNS; j++) {
        row[j] = (float) random.nextGaussian();
      }
      int item = i % 10 == 0 ? ExampleMatrix.NO_ITEM : random.nextInt(planted.length);
      double offset = item == ExampleMatrix.NO_ITEM ? 0 : planted[item];
      double logit = 0.3 + row[1] - 0.5 * row[2] + offset;
      boolean label = random.nextDouble() < 1 / (1 + Math.exp(-logit));
      withItems.append(Arrays.copyOf(row, COLUMNS), label, item);
      if (item != ExampleMatrix.NO_ITEM) {
        row[COLUMNS + item] = 1;
      }
      withColumns.append(row, label);
    }
    return new ExampleMatrix[] {withItems, withColumns};
  }

  private static FitResult fit(ExampleMatrix examples) {
    return ItemFit.fit(examples, PRIOR, PRECISION, new double[COLUMNS], FitOptions.defaults());
  }

  @Test
  public void isTheFitWithAColumnForEachItem() {
    ExampleMatrix[] both = examples(3000);
    FitResult fit = fit(both[0]);
    assertTrue(fit.converged());
    double[] columns = Examples.newton(both[1], PRIOR.with(planted.length, PRECISION));
    assertArrayEquals(columns, fit.parameters(), 1e-8);
    assertEquals(COLUMNS, fit.theta().length);
    assertEquals(planted.length, fit.offsets().length);
    double[][] hessian = new LogisticObjective(both[0], PRIOR).hessian(fit.parameters());
    double[] one = {1, 0.5, 0, -1, 2};
    assertArrayEquals(
        Cholesky.of(hessian).solve(one), fit.hessian().orElseThrow().solve(one), 1e-5);
  }

  @Test
  public void manyRowsComeWithinTheTolerance() {
    ExampleMatrix[] both = examples(12_000);
    FitResult fit = fit(both[0]);
    assertTrue(fit.converged());
    GaussianPrior prior = PRIOR.with(planted.length, PRECISION);
    double[] columns = Examples.newton(both[1], prior);
    double least = new LogisticObjective(both[0], prior).value(columns);
    assertEquals(least, fit.objective(), 1e-8 * (1 + least));
    assertArrayEquals(columns, fit.parameters(), 1e-2);
  }

  @Test
  public void findsPlantedOffsets() {
    FitResult fit = fit(examples(12_000)[0]);
    double squares = 0;
    for (int i = 0; i < planted.length; i++) {
      squares += Math.pow(planted[i] - fit.offsets()[i], 2);
    }
    assertTrue("off by " + Math.sqrt(squares / planted.length), squares < planted.length * 0.09);
    assertEquals(1, fit.theta()[1], 0.1);
  }

  @Test
  public void roundsComeToTheSame() {
    ExampleMatrix examples = examples(3000)[0];
    GaussianPrior prior = PRIOR.with(planted.length, PRECISION);
    NewtonSearch search = NewtonSearch.from(new double[prior.columns()]);
    while (!search.isFinished()) {
      LossSums sums = new LossSums(COLUMNS);
      for (int from = 0; from < examples.rows(); from += 100) {
        ExampleMatrix part = new ExampleMatrix(COLUMNS);
        part.appendRows(examples, from, from + 100);
        sums.add(part, search.theta());
      }
      search.next(sums, prior, FitOptions.defaults().withTolerance(1e-9));
    }
    assertTrue(search.hasConverged());
    assertArrayEquals(fit(examples).parameters(), search.theta(), 1e-8);
  }

  @Test
  public void rowsWithoutItemsAreFittedWithoutOffsets() {
    ExampleMatrix examples = Examples.random(500, COLUMNS, 3);
    FitResult plain = LogisticFit.fit(examples, PRIOR, new double[COLUMNS], FitOptions.defaults());
    assertArrayEquals(plain.theta(), fit(examples).theta(), 0);
    assertEquals(0, fit(examples).offsets().length);
  }

  @Test
  public void rowsKeepTheirItemsInAnotherMatrix() {
    ExampleMatrix examples = examples(600)[0];
    ExampleMatrix copy = new ExampleMatrix(COLUMNS);
    copy.appendRows(examples, 0, 600);
    assertEquals(planted.length, copy.items());
    assertArrayEquals(fit(examples).offsets(), fit(copy).offsets(), 0);
  }

  @Test
  public void fewerItemsCanGetAnOffset() {
    ItemNumbers numbers = new ItemNumbers();
    int[] rows = {5, 9, 9, 1};
    int[] keys = {70, 60, -50, 40};
    for (int i = 0; i < keys.length; i++) {
      assertEquals(i, numbers.of(keys[i], rows[i] - 1));
      assertEquals(i, numbers.of(keys[i], 1));
    }
    assertEquals(ExampleMatrix.NO_ITEM, numbers.of(ItemNumbers.NO_KEY, 100));
    assertArrayEquals(new int[] {-50, 60, 70}, numbers.mostAnswered(3));
    assertArrayEquals(new int[] {-50}, numbers.mostAnswered(1));
    assertArrayEquals(
        new int[] {2, 1, 0, ExampleMatrix.NO_ITEM}, numbers.placesAmong(numbers.mostAnswered(3)));
    ItemNumbers single = new ItemNumbers();
    single.of(7, 100);
    assertEquals(0, single.mostAnswered(3).length);
  }
}

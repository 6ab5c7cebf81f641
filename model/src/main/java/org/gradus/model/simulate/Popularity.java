package org.gradus.model.simulate;

import java.util.Arrays;

/**
 * Zipf's law over ranks: the chance of rank r (from 0) is proportional to (r + 1)^-skew. Skew 0
 * makes all ranks alike.
 */
final class Popularity {
  private final double[] cumulative;

  Popularity(int ranks, double skew) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += StrictMath.pow(rank + 1, -skew);
      cumulative[rank] = sum;
    }
  }

  int draw(RandomStream random) {
    int ranks = cumulative.length;
    int found = Arrays.binarySearch(cumulative, random.uniform() * cumulative[ranks - 1]);
    return Math.min(ranks - 1, found < 0 ? -found - 1 : found + 1);
  }
}

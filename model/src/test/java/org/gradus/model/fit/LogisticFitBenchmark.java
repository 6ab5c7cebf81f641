package org.gradus.model.fit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Times cold fits, one thread, against known optima. Arguments: rounds, tolerance, rows per
 * exercise; the environment's BENCH_DATA names a folder with fit/X.f32 (100 exercises x 20,000 rows
 * x 107 little-endian floats), fit/y.u8 and fit/ref_objective.txt. Prints, per round, CPU seconds
 * per million rows, the largest relative gap to the optimum and the mean number of passes.
 */
public final class LogisticFitBenchmark {
  private static final int ROWS = 20_000;
  private static final int COLUMNS = 107;

  private LogisticFitBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    double tolerance =
        args.length > 1 ? Double.parseDouble(args[1]) : FitOptions.defaults().tolerance();
    int rows = args.length > 2 ? Integer.parseInt(args[2]) : ROWS;
    Path folder = Path.of(System.getenv().getOrDefault("BENCH_DATA", "bench-data"), "fit");
    for (int round = 0; round < rounds; round++) {
      run(folder, FitOptions.defaults().withTolerance(tolerance), rows);
    }
  }

  private static void run(Path folder, FitOptions options, int rows) throws IOException {
    List<Double> optima =
        Files.readAllLines(folder.resolve("ref_objective.txt")).stream()
            .map(Double::valueOf)
            .collect(Collectors.toList());
    long nanos = 0;
    long append = 0;
    double worst = 0;
    long passes = 0;
    int failed = 0;
    ExampleMatrix examples = new ExampleMatrix(COLUMNS);
    GaussianPrior prior = GaussianPrior.ridge(COLUMNS, 1);
    for (int e = 0; e < optima.size(); e++) {
      append += read(folder, e, rows, examples);
      long start = now();
      FitResult fit = LogisticFit.fit(examples, prior, new double[COLUMNS], options);
      nanos += now() - start;
      double optimum = rows == ROWS ? optima.get(e) : optimum(examples, prior);
      worst = Math.max(worst, (fit.objective() - optimum) / optimum);
      passes += fit.iterations();
      failed += fit.converged() ? 0 : 1;
    }
    double count = (double) rows * optima.size();
    System.out.printf(
        "%.3f s per 1 M rows, %.3f ms per exercise, append %.3f s per 1 M rows, gap %.2g, passes"
            + " %.2f, failed %d%n",
        nanos / count / 1e3,
        nanos / 1e6 / optima.size(),
        append / count / 1e3,
        worst,
        (double) passes / optima.size(),
        failed);
  }

  /** CPU time of this thread: other programs on the machine do not count. */
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double optimum(ExampleMatrix examples, GaussianPrior prior) {
    FitOptions strict = FitOptions.defaults().withTolerance(1e-13);
    return LogisticFit.fit(examples, prior, prior.means(), strict).objective();
  }

  /**
   * Fills the matrix with the first rows of an exercise; returns the time of that, in nanoseconds.
   */
  private static long read(Path folder, int exercise, int rows, ExampleMatrix into)
      throws IOException {
    ByteBuffer features = slice(folder.resolve("X.f32"), 4 * COLUMNS, exercise, rows);
    ByteBuffer labels = slice(folder.resolve("y.u8"), 1, exercise, rows);
    float[] x = new float[COLUMNS];
    into.clear();
    long start = now();
    for (int i = 0; i < rows; i++) {
      features.asFloatBuffer().get(x);
      features.position(features.position() + 4 * COLUMNS);
      into.append(x, labels.get() != 0);
    }
    return now() - start;
  }

  private static ByteBuffer slice(Path file, int rowBytes, int exercise, int rows)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(rowBytes * rows).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file)) {
      long position = (long) rowBytes * ROWS * exercise;
      while (buffer.hasRemaining()) {
        channel.read(buffer, position + buffer.position());
      }
    }
    return buffer.flip();
  }
}

package org.gradus.model.knowledge;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Predictions, rankings and answers taken in, per second and core, by JMH: students with 100
 * answers each, 300 exercises of five items. One student is the one at hand, whose state is in the
 * processor's cache; of 1,000, more than it holds, every call asks for another one, as a server of
 * many students at once does. Run it with {@code org.openjdk.jmh.Main ServingBenchmark}; {@link
 * #main} prints the bytes of a state.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ServingBenchmark {
  private static final int MEASURED = 1000;
  private static final int ANSWERS = 100;
  private static final int EXERCISES = 300;
  private static final int TEN = 10;

  /** The features. */
  @Param({"khan", "gradus"})
  public String features;

  /** How many students take turns. */
  @Param({"1", "1000"})
  public int students;

  private KnowledgeModel model;
  private StudentState[] states;
  private String[] exercises;
  private int next;

  /** Makes the model and the students. */
  @Setup
  public void setUp() {
    model = SmallModels.model(features, EXERCISES, 1);
    exercises = model.exercises().toArray(new String[0]);
    states = new StudentState[students];
    for (int i = 0; i < students; i++) {
      states[i] = model.newStudent();
      for (int n = 0; n < ANSWERS; n++) {
        states[i].observe(SmallModels.answer(i, n, EXERCISES));
      }
    }
  }

  /** Ten exercises for one student, as a page that offers them asks; counted as predictions. */
  @Benchmark
  @OperationsPerInvocation(TEN)
  public double predict() {
    next++;
    StudentState student = states[next % students];
    double sum = 0;
    for (int i = 0; i < TEN; i++) {
      sum += student.predict(exercises[(next + i) * 7 % EXERCISES], "q1");
    }
    return sum;
  }

  /** One prediction, and the next one for the next student. */
  @Benchmark
  public double predictOnce() {
    next++;
    return states[next % students].predict(exercises[next * 7 % EXERCISES], "q1");
  }

  /** All exercises for one student; counted as predictions. */
  @Benchmark
  @OperationsPerInvocation(EXERCISES)
  public List<RankedExercise> rank() {
    next++;
    return states[next % students].rank();
  }

  /** One answer taken in. */
  @Benchmark
  public void observe(Blackhole hole) {
    next++;
    states[next % students].observe(SmallModels.answer(next % students, next % 64, EXERCISES));
    hole.consume(states);
  }

  /** Prints the mean number of bytes of a state, as it is stored. */
  public static void main(String[] args) {
    for (String set : new String[] {"khan", "gradus"}) {
      ServingBenchmark benchmark = new ServingBenchmark();
      benchmark.features = set;
      benchmark.students = MEASURED;
      benchmark.setUp();
      long bytes = 0;
      for (StudentState student : benchmark.states) {
        bytes += student.toBytes().length;
      }
      System.out.println(set + ": " + bytes / MEASURED + " bytes a state of 100 answers");
    }
  }
}

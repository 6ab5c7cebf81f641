package org.gradus.jobs.generate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.WritableComparator;
import org.apache.hadoop.io.WritableUtils;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.apache.hadoop.util.ReflectionUtils;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedClass;
import org.gradus.model.simulate.SimulatedStudent;
import org.junit.Test;

public class GenerateMapReduceTest {
  private static final SimulatedStudent STUDENT = new SimulatedClass(new ClassOptions()).student(3);

  private static MapDriver<IntWritable, NullWritable, RowKeyWritable, Text> mapper(double dirt) {
    MapDriver<IntWritable, NullWritable, RowKeyWritable, Text> driver =
        MapDriver.newMapDriver(new GenerateMapper());
    GenerateSettings.DIRT.set(driver.getConfiguration(), dirt);
    return driver.withInput(new IntWritable(3), NullWritable.get());
  }

  @Test
  public void theMapWritesOneLinePerAttemptThenTheStudentThenTheEvaluation() throws IOException {
    MapDriver<IntWritable, NullWritable, RowKeyWritable, Text> driver = mapper(0);
    List<Pair<RowKeyWritable, Text>> rows = driver.run();
    int attempts = STUDENT.numberOfAttempts();
    assertEquals(attempts + 2, rows.size());
    assertTrue(rows.get(0).getSecond().toString().startsWith("student-000004,exercise-"));
    assertTrue(rows.stream().limit(attempts).allMatch(row -> row.getFirst().file() < 4));
    assertEquals("4/0/3/0", rows.get(attempts).getFirst().toString());
    assertEquals("5/0/0/0", rows.get(attempts + 1).getFirst().toString());
    assertEquals(attempts, driver.getCounters().findCounter(GenerateCounter.LINES).getValue());
    assertEquals(1, driver.getCounters().findCounter(GenerateCounter.STUDENTS).getValue());
  }

  @Test
  public void linesAreAttemptsPlusWhatTheDirtAdds() throws IOException {
    MapDriver<IntWritable, NullWritable, RowKeyWritable, Text> driver = mapper(1);
    driver.run();
    long attempts = driver.getCounters().findCounter(GenerateCounter.ATTEMPTS).getValue();
    long added = 0;
    long all = 0;
    for (Dirt dirt : Dirt.values()) {
      long count = driver.getCounters().findCounter(dirt).getValue();
      all += count;
      added += dirt.addsLine() ? count : 0;
    }
    assertEquals(attempts, all);
    assertEquals(
        attempts + added, driver.getCounters().findCounter(GenerateCounter.LINES).getValue());
  }

  @Test
  public void theReducerOfAShardWritesHeaderAndRowsInOrder() throws IOException {
    ReduceDriver.newReduceDriver(new GenerateReducer())
        .withInput(new RowKeyWritable().set(0, 5, 0, 0, false), List.of(new Text("a")))
        .withInput(new RowKeyWritable().set(0, 6, 0, 1, false), List.of(new Text("b\r")))
        .withOutput(NullWritable.get(), new Text(AttemptRow.header(false)))
        .withOutput(NullWritable.get(), new Text("a"))
        .withOutput(NullWritable.get(), new Text("b\r"))
        .runTest();
  }

  @Test
  public void evaluationsAreMergedIntoOne() throws IOException {
    Evaluation one = new Evaluation();
    one.add(0.25, true, 1, 0);
    Evaluation other = new Evaluation();
    other.add(0.5, false, 2, 0);
    RowKeyWritable key = new RowKeyWritable().set(5, 0, 0, 0, false);
    List<Text> rows =
        List.of(
            new Text(JsonWriter.write(one.toJson())), new Text(JsonWriter.write(other.toJson())));
    List<Pair<NullWritable, Text>> written =
        ReduceDriver.newReduceDriver(new GenerateReducer()).withInput(key, rows).run();
    String last = written.get(written.size() - 1).getSecond().toString();
    one.merge(other);
    assertEquals(2, Evaluation.fromJson(JsonReader.readObject(last)).total().attempts());
    assertEquals(JsonWriter.write(one.toJson()), last);
  }

  @Test
  public void keysAreOrderedAsTheirBytesAre() throws IOException {
    List<RowKeyWritable> keys = new ArrayList<>();
    for (int file : new int[] {0, 300}) {
      for (long time : new long[] {0, 255, 256, 1_704_067_200_000L}) {
        for (int student : new int[] {0, 127, 128, Integer.MAX_VALUE}) {
          keys.add(new RowKeyWritable().set(file, time, student, 70_000, false));
          keys.add(new RowKeyWritable().set(file, time, student, 70_000, true));
        }
      }
    }
    WritableComparator raw = WritableComparator.get(RowKeyWritable.class);
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < keys.size(); j++) {
        byte[] a = WritableUtils.toByteArray(keys.get(i));
        byte[] b = WritableUtils.toByteArray(keys.get(j));
        assertEquals(Integer.compare(i, j), Integer.signum(keys.get(i).compareTo(keys.get(j))));
        int order = raw.compare(a, 0, a.length, b, 0, b.length);
        assertEquals(Integer.compare(i, j), Integer.signum(order));
      }
    }
    RowKeyWritable copy =
        ReflectionUtils.copy(new Configuration(), keys.get(9), new RowKeyWritable());
    assertEquals(keys.get(9), copy);
  }

  @Test
  public void oddNamesAreQuotedAndPlainOnesAreNot() {
    Attempt attempt =
        Attempt.on("add, subtract")
            .item("say \"x\"")
            .problemType("two\nlines")
            .epochMillis(5)
            .secondsTaken(12.3f)
            .hints(1)
            .answers(2)
            .build();
    assertEquals(
        "student-000004,\"add, subtract\",\"say \"\"x\"\"\",0,5,\"two\nlines\",12.3,1,2",
        new AttemptRow(true).clean(STUDENT, attempt));
    assertEquals(
        "\"student-000004\",\"add, subtract\",\"say \"\"x\"\"\",\"0\",\"5\",\"12.3\",\"1\",\"2\"",
        new AttemptRow(false).dirty(STUDENT, attempt, Dirt.QUOTES));
    assertEquals("\u00e9l\u00e8ve 1; a'b", AttemptRow.field("\u00e9l\u00e8ve 1; a'b"));
  }

  @Test
  public void problemTypesHaveAColumnOnlyWhenTheClassHasThem() {
    assertTrue(AttemptRow.header(true).contains(",timestamp,problem_type,seconds_taken,"));
    assertTrue(AttemptRow.header(false).contains(",timestamp,seconds_taken,"));
  }

  @Test
  public void anExtraLineGoesToAnotherShardWhereThereIsOne() {
    long lot = 0x9e3779b97f4a7c15L;
    for (int i = 0; i < 1000; i++) {
      lot = lot * 0x5851f42d4c957f2dL + 1;
      assertTrue(Dirt.shard(lot, 3) != Dirt.otherShard(lot, 3));
      assertTrue(Dirt.otherShard(lot, 3) >= 0 && Dirt.otherShard(lot, 3) < 3);
      assertEquals(0, Dirt.otherShard(lot, 1));
    }
  }

  @Test
  public void rangesCoverEveryStudentOnce() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set("gradus.generate.students", "10");
    GenerateSettings.MAP_TASKS.set(configuration, 4L);
    Job job = Job.getInstance(configuration);
    assertEquals(
        "[students 0 to 1, students 2 to 4, students 5 to 6, students 7 to 9]",
        new StudentRangeInputFormat().getSplits(job).toString());
    job.getConfiguration().set("gradus.generate.students", "2");
    assertEquals(2, new StudentRangeInputFormat().getSplits(job).size());
  }
}

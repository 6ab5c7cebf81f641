package org.gradus.jobs.generate;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedAttempt;
import org.gradus.model.simulate.SimulatedClass;
import org.gradus.model.simulate.SimulatedStudent;

/** Simulates a student and scatters the lines of the attempts over the files. */
public final class GenerateMapper extends Mapper<IntWritable, NullWritable, RowKeyWritable, Text> {
  private final RowKeyWritable key = new RowKeyWritable();
  private final Text row = new Text();
  private final Evaluation evaluation = new Evaluation();
  private SimulatedClass simulated;
  private OutputFiles files;
  private AttemptRow rows;
  private double dirt;

  @Override
  protected void setup(Context context) {
    Configuration configuration = context.getConfiguration();
    ClassOptions options = GenerateSettings.classOptions(configuration);
    simulated = new SimulatedClass(options);
    files = new OutputFiles(configuration);
    rows = new AttemptRow(options.number(ClassOption.PROBLEM_TYPES) > 0);
    dirt = GenerateSettings.DIRT.get(configuration);
  }

  @Override
  protected void map(IntWritable index, NullWritable nothing, Context context)
      throws IOException, InterruptedException {
    SimulatedStudent student = simulated.student(index.get());
    List<SimulatedAttempt> attempts = student.attempts();
    PredictionSums sums = new PredictionSums();
    for (int number = 0; number < attempts.size(); number++) {
      SimulatedAttempt attempt = attempts.get(number);
      boolean correct = attempt.attempt().correct();
      sums.add(attempt.trueProbability(), correct);
      evaluation.add(attempt.trueProbability(), correct, attempt.opportunity(), number);
      deliver(student, index.get(), attempt, number, context);
    }
    key.set(files.students(), 0, index.get(), 0, false);
    write(StudentRow.of(student, sums), context);
    context.getCounter(GenerateCounter.STUDENTS).increment(1);
    context.getCounter(GenerateCounter.ATTEMPTS).increment(attempts.size());
  }

  private void deliver(
      SimulatedStudent student,
      int index,
      SimulatedAttempt simulatedAttempt,
      int number,
      Context to)
      throws IOException, InterruptedException {
    Attempt attempt = simulatedAttempt.attempt();
    long lot = simulatedAttempt.lot();
    Dirt befallen = Dirt.of(lot, dirt);
    String clean = rows.clean(student, attempt);
    key.set(Dirt.shard(lot, files.shards()), attempt.epochMillis(), index, number, false);
    if (befallen == null) {
      writeLine(clean, to);
      return;
    }
    to.getCounter(befallen).increment(1);
    String dirty = rows.dirty(student, attempt, befallen);
    writeLine(befallen.addsLine() ? clean : dirty, to);
    if (befallen.addsLine()) {
      int other = Dirt.otherShard(lot, files.shards());
      key.set(other, attempt.epochMillis(), index, number, true);
      writeLine(dirty, to);
    }
  }

  private void writeLine(String line, Context context) throws IOException, InterruptedException {
    write(line, context);
    context.getCounter(GenerateCounter.LINES).increment(1);
  }

  private void write(String line, Context context) throws IOException, InterruptedException {
    row.set(line);
    context.write(key, row);
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    key.set(files.evaluation(), 0, 0, 0, false);
    write(JsonWriter.write(evaluation.toJson()), context);
  }
}

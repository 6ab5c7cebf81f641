package org.gradus.jobs.generate;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;

/** Reads no file: each record is the index of a student to simulate. */
public final class StudentRangeInputFormat extends InputFormat<IntWritable, NullWritable> {
  private static final double ATTEMPTS_PER_TASK = 500_000;

  @Override
  public List<InputSplit> getSplits(JobContext context) {
    Configuration configuration = context.getConfiguration();
    ClassOptions options = GenerateSettings.classOptions(configuration);
    int students = options.students();
    long tasks = tasks(configuration, options);
    List<InputSplit> splits = new ArrayList<>();
    for (long task = 0; task < tasks; task++) {
      int from = (int) (students * task / tasks);
      splits.add(new StudentRangeSplit(from, (int) (students * (task + 1) / tasks)));
    }
    return splits;
  }

  private static long tasks(Configuration configuration, ClassOptions options) {
    long asked = GenerateSettings.MAP_TASKS.get(configuration);
    double attempts = options.students() * options.number(ClassOption.MEAN_ATTEMPTS);
    long tasks = asked > 0 ? asked : (long) Math.ceil(attempts / ATTEMPTS_PER_TASK);
    return Math.min(tasks, options.students());
  }

  @Override
  public RecordReader<IntWritable, NullWritable> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new StudentRangeRecordReader();
  }
}

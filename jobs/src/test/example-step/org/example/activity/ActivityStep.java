package org.example.activity;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.reduce.LongSumReducer;
import org.gradus.io.history.HistoryInputFormat;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;

/** Counts how many students have made how many attempts. */
public final class ActivityStep implements Step {
  static final Key<Long> MOST =
      Key.whole("gradus.activity.most", 50, 1, 1_000_000, "Attempts that all more count as.")
          .withOption("--most");

  @Override
  public String name() {
    return "activity";
  }

  @Override
  public String summary() {
    return "Counts students by their number of attempts.";
  }

  @Override
  public String example() {
    return "activity --work work --most 20";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return List.of("histories");
  }

  @Override
  public List<Dataset> writes() {
    return List.of(new Dataset("activity", "activity/counts", "attempts, tab, students"));
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(MOST);
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Job job = context.newJob("count");
    job.setInputFormatClass(HistoryInputFormat.class);
    FileInputFormat.addInputPath(job, context.input("histories"));
    job.setMapperClass(ActivityMapper.class);
    job.setCombinerClass(LongSumReducer.class);
    job.setReducerClass(LongSumReducer.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(LongWritable.class);
    FileOutputFormat.setOutputPath(job, context.output("activity"));
    context.figure("students", context.run(job).findCounter("activity", "STUDENTS").getValue());
  }
}

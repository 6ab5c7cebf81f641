package org.example.activity;

import java.io.IOException;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.model.attempt.StudentHistory;

/** In: a student's history. Out: the number of its attempts, 1. */
public final class ActivityMapper extends Mapper<Void, StudentHistory, Text, LongWritable> {
  @Override
  protected void map(Void none, StudentHistory history, Context context)
      throws IOException, InterruptedException {
    long most = ActivityStep.MOST.get(context.getConfiguration());
    long attempts = Math.min(history.attempts().size(), most);
    context.getCounter("activity", "STUDENTS").increment(1);
    context.write(new Text(Long.toString(attempts)), new LongWritable(1));
  }
}

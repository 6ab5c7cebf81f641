package org.gradus.jobs.deliver;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.parquet.example.data.Group;

/** Deals out the records of students by their name. */
public final class DeliverMapper extends Mapper<Void, Group, Text, PredictionWritable> {
  @Override
  protected void map(Void none, Group group, Context context)
      throws IOException, InterruptedException {
    PredictionWritable prediction = PredictionWritable.of(group);
    context.getCounter(DeliverCounter.STUDENTS_READ).increment(1);
    context.getCounter(DeliverCounter.EXERCISES_READ).increment(prediction.next().size());
    context.write(new Text(group.getString("student", 0)), prediction);
  }
}

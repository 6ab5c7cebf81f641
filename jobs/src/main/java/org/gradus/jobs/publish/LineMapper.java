package org.gradus.jobs.publish;

import java.io.IOException;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.gradus.model.knowledge.KnowledgeModel;

/**
 * Deals out the lines of a model's files: key is the position of the line in {@code
 * parameters.jsonl}, or minus one minus the position in {@code spread.jsonl}.
 */
public final class LineMapper extends Mapper<LongWritable, Text, LongWritable, Text> {
  private final LongWritable key = new LongWritable();
  private boolean spread;

  @Override
  protected void setup(Context context) {
    String file = ((FileSplit) context.getInputSplit()).getPath().getName();
    spread = file.equals(KnowledgeModel.SPREAD_FILE);
  }

  @Override
  protected void map(LongWritable position, Text line, Context context)
      throws IOException, InterruptedException {
    key.set(spread ? -1 - position.get() : position.get());
    context.write(key, line);
  }
}

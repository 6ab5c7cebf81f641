package org.gradus.jobs.sort;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.apache.hadoop.mapreduce.lib.output.MultipleOutputs;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;

/**
 * Text files below the job's output folder, one for each task that has anything to write: {@code
 * <name>/part-m-00000} and so on. Committed with the task, so that a task run twice writes once.
 */
final class SideFile implements LineSink {
  private final String name;
  private final MultipleOutputs<?, ?> outputs;
  private final Text text = new Text();

  SideFile(String name, TaskInputOutputContext<?, ?, ?, ?> context) {
    this.name = name;
    this.outputs = new MultipleOutputs<>(context);
  }

  /** Tells the job that its tasks may write side files of that name, letters only. */
  static void declare(Job job, String name) {
    MultipleOutputs.addNamedOutput(
        job, name, TextOutputFormat.class, Text.class, NullWritable.class);
  }

  @Override
  public void write(String line) throws IOException, InterruptedException {
    text.set(line);
    outputs.write(name, text, NullWritable.get(), name + "/part");
  }

  @Override
  public void close() throws IOException {
    try {
      outputs.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while closing side file '" + name + "'", e);
    }
  }
}

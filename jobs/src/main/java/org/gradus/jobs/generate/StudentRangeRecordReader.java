package org.gradus.jobs.generate;

import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/** Counts through a {@link StudentRangeSplit}. */
final class StudentRangeRecordReader extends RecordReader<IntWritable, NullWritable> {
  private final IntWritable student = new IntWritable();
  private StudentRangeSplit range;
  private int next;

  @Override
  public void initialize(InputSplit split, TaskAttemptContext context) {
    range = (StudentRangeSplit) split;
    next = range.from();
  }

  @Override
  public boolean nextKeyValue() {
    if (next == range.to()) {
      return false;
    }
    student.set(next++);
    return true;
  }

  @Override
  public IntWritable getCurrentKey() {
    return student;
  }

  @Override
  public NullWritable getCurrentValue() {
    return NullWritable.get();
  }

  @Override
  public float getProgress() {
    return (float) (next - range.from()) / Math.max(1, range.getLength());
  }

  @Override
  public void close() {}
}

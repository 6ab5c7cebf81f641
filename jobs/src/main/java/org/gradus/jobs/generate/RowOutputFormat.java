package org.gradus.jobs.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;

/**
 * Writes each reducer's rows to the file that {@link OutputFiles} names. TextOutputFormat does not
 * serve: it cannot name {@code x.csv.gz}, nor write some reducers' output compressed and others'
 * not.
 */
public final class RowOutputFormat extends FileOutputFormat<NullWritable, Text> {
  private static final int BUFFER_BYTES = 1 << 16;

  @Override
  public RecordWriter<NullWritable, Text> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    int file = context.getTaskAttemptID().getTaskID().getId();
    String place = new OutputFiles(context.getConfiguration()).place(file);
    FileOutputCommitter committer = (FileOutputCommitter) getOutputCommitter(context);
    Path path = new Path(committer.getWorkPath(), place);
    FileSystem files = path.getFileSystem(context.getConfiguration());
    OutputStream out = files.create(path, false);
    OutputStream coded = place.endsWith(".gz") ? new GZIPOutputStream(out, BUFFER_BYTES) : out;
    return new RowWriter(new BufferedOutputStream(coded, BUFFER_BYTES));
  }

  /** One row a line. */
  private static final class RowWriter extends RecordWriter<NullWritable, Text> {
    private final OutputStream out;

    RowWriter(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(NullWritable nothing, Text row) throws IOException {
      out.write(row.getBytes(), 0, row.getLength());
      out.write('\n');
    }

    @Override
    public void close(TaskAttemptContext context) throws IOException {
      out.close();
    }
  }
}

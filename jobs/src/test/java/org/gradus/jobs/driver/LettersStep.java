package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.reduce.LongSumReducer;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;

/** The smallest step with a real job: counts lines by their first letter. */
public final class LettersStep implements Step {
  /** The log to read. */
  public static final Key<String> LOG =
      Key.text("gradus.letters.log", "", "Text file to read.").withOption("--log");

  /** Counts less than this are an error, to see a step fail. */
  public static final Key<Long> LEAST =
      Key.whole("gradus.letters.least", 0, 0, 1000, "Least number of lines.").withOption("--least");

  @Override
  public String name() {
    return "letters";
  }

  @Override
  public String summary() {
    return "Counts lines by their first letter.";
  }

  @Override
  public String example() {
    return "letters --log words.txt --work w";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return List.of();
  }

  @Override
  public List<Dataset> writes() {
    return List.of(new Dataset("letters", "letters/counts", "letter, tab, lines"));
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(LOG, LEAST);
  }

  @Override
  public void validate(Configuration configuration) {
    if (!LOG.isSet(configuration)) {
      throw new SettingsException("Nothing to read: name a text file with --log.");
    }
  }

  @Override
  public List<String> externalInputs(Configuration configuration) {
    return List.of(LOG.get(configuration));
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Job job = context.newJob("count");
    job.setMapperClass(LettersMapper.class);
    job.setReducerClass(LongSumReducer.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(LongWritable.class);
    FileInputFormat.addInputPath(job, new Path(LOG.get(context.configuration())));
    FileOutputFormat.setOutputPath(job, context.output("letters"));
    long lines = context.run(job).findCounter("letters", "LINES").getValue();
    if (lines < LEAST.get(context.configuration())) {
      throw new IOException("only " + lines + " lines");
    }
    context.figure("lines", lines);
  }

  /** Offset, line to first letter, 1; throws on lines that name an exception. */
  public static final class LettersMapper extends Mapper<LongWritable, Text, Text, LongWritable> {
    @Override
    protected void map(LongWritable offset, Text line, Context context)
        throws IOException, InterruptedException {
      if (line.toString().equals("bad data")) {
        throw new DataException("Line 'bad data' at offset " + offset + " cannot be used.");
      }
      if (line.toString().equals("bug")) {
        throw new IllegalStateException("a bug at offset " + offset);
      }
      context.getCounter("letters", "LINES").increment(1);
      context.write(new Text(line.toString().substring(0, 1)), new LongWritable(1));
    }
  }
}

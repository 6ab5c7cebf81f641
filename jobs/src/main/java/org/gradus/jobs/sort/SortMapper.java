package org.gradus.jobs.sort;

import java.io.IOException;
import java.util.function.Function;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.log.LogRecord;
import org.gradus.io.pseudonym.Pseudonyms;

/**
 * Turns each line of a log into a key that holds all of it, or puts it into the quarantine. Where
 * students have pseudonyms, their ids get no further than here.
 */
public final class SortMapper extends Mapper<NullWritable, LogRecord, AttemptKey, NullWritable> {
  private final Function<Context, LineSink> openQuarantine;
  private final AttemptKey key = new AttemptKey();
  private LineSink quarantine;
  private Pseudonyms pseudonyms;

  /** Creates the mapper; Hadoop does so by reflection. */
  public SortMapper() {
    this(context -> new SideFile(SortStep.QUARANTINE, context));
  }

  SortMapper(Function<Context, LineSink> openQuarantine) {
    this.openQuarantine = openQuarantine;
  }

  @Override
  protected void setup(Context context) {
    quarantine = openQuarantine.apply(context);
    pseudonyms = Pseudonyms.of(context.getConfiguration());
  }

  @Override
  protected void map(NullWritable nothing, LogRecord record, Context context)
      throws IOException, InterruptedException {
    context.getCounter(SortCounter.LINES_READ).increment(1);
    if (record.isAttempt()) {
      key.set(pseudonyms.of(record.student()), record.attempt());
      context.write(key, NullWritable.get());
    } else {
      context.getCounter(SortCounter.LINES_QUARANTINED).increment(1);
      context.getCounter(record.rejection()).increment(1);
      QuarantineRow row = QuarantineRow.of(record);
      quarantine.write((pseudonyms.areUsed() ? row.placeAlone() : row).toString());
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException {
    quarantine.close();
  }
}

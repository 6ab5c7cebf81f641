package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;

/** A step after {@link LettersStep}, without a job: adds up its files' lengths. */
public final class TotalStep implements Step {
  /** Makes it fail. */
  public static final Key<Boolean> BROKEN =
      Key.flag("gradus.total.broken", false, "Whether it fails.").withOption("--broken");

  /** A setting that must not be seen. */
  public static final Key<String> PASSWORD =
      Key.secret("gradus.total.password", "What opens the door.");

  private final boolean optional;
  private int failuresLeft;

  /** A step that must succeed. */
  public TotalStep() {
    this(false, 0);
  }

  /** A step that may be optional and fails a few times first. */
  public TotalStep(boolean optional, int failures) {
    this.optional = optional;
    this.failuresLeft = failures;
  }

  @Override
  public String name() {
    return "total";
  }

  @Override
  public String summary() {
    return "Adds up.";
  }

  @Override
  public String example() {
    return "total --work w";
  }

  @Override
  public boolean optional() {
    return optional;
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return List.of("letters");
  }

  @Override
  public List<Dataset> writes() {
    return List.of(new Dataset("report", "total", "total.txt"));
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(BROKEN, PASSWORD);
  }

  @Override
  public void run(StepContext context) throws IOException {
    Path output = context.output("report");
    FileSystem files = output.getFileSystem(context.configuration());
    long bytes = 0;
    for (FileStatus part : files.listStatus(context.input("letters"))) {
      bytes += part.getLen();
    }
    try (FSDataOutputStream out = files.create(new Path(output, "total.txt"))) {
      out.writeBytes(Long.toString(bytes));
    }
    if (BROKEN.get(context.configuration()) || failuresLeft-- > 0) {
      throw new IOException("the disk of TotalStep is full");
    }
    context.figure("bytes", bytes);
  }
}

package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;

/** A step that reads and writes what it is told to, and does what a test wants in between. */
class StubStep implements Step {
  /** What a step does, beyond writing empty folders. */
  interface Work {
    void run(StepContext context) throws IOException, InterruptedException;
  }

  private final String name;
  private final String reads;
  private final String writes;
  private final Work work;

  /** A step that only writes its datasets, named in {@code writes} with blanks between them. */
  StubStep(String name, String reads, String writes) {
    this(name, reads, writes, context -> {});
  }

  StubStep(String name, String reads, String writes, Work work) {
    this.name = name;
    this.reads = reads;
    this.writes = writes;
    this.work = work;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return name;
  }

  @Override
  public String example() {
    return name;
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return words(reads);
  }

  @Override
  public List<Dataset> writes() {
    return words(writes).stream()
        .map(word -> new Dataset(word, name + "/" + word, word))
        .collect(Collectors.toList());
  }

  @Override
  public List<Key<?>> keys() {
    return List.of();
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    work.run(context);
    for (Dataset dataset : writes()) {
      var place = context.output(dataset.name());
      place.getFileSystem(context.configuration()).mkdirs(place);
    }
  }
}

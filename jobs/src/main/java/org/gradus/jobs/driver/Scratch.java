package org.gradus.jobs.driver;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder for intermediate files of jobs in local mode, removed at the end of a run. */
final class Scratch implements AutoCloseable {
  static final String NAME = ".scratch";

  private final FileSystem files;
  private final Path place;

  private Scratch(FileSystem files, Path place) {
    this.files = files;
    this.place = place;
  }

  /** Makes it inside the work folder and tells the settings; nothing on a cluster. */
  static Scratch in(WorkFolder folder, Configuration configuration) throws IOException {
    Path place = new Path(folder.root(), NAME);
    if (LocalMode.isOn(configuration)) {
      folder.files().delete(place, true);
      LocalMode.useScratch(configuration, place);
    }
    return new Scratch(folder.files(), place);
  }

  @Override
  public void close() throws IOException {
    files.delete(place, true);
  }
}

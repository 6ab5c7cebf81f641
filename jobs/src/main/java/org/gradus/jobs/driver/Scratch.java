package org.gradus.jobs.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder for intermediate files of jobs in local mode, removed at the end of a run. It is
 * inside the work folder, {@code .scratch}; LocalJobRunner cannot find its own files below a path
 * with a space, a comma or anything else that a URI escapes, so for such a work folder it is in the
 * system's temporary folder.
 */
final class Scratch implements AutoCloseable {
  static final String NAME = ".scratch";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~-]+");

  private final File place;

  private Scratch(File place) {
    this.place = place;
  }

  /** Makes it and tells the settings; nothing on a cluster. */
  static Scratch in(WorkFolder folder, Configuration configuration) throws IOException {
    if (!LocalMode.isOn(configuration)) {
      return new Scratch(null);
    }
    File place = place(folder);
    LocalMode.useScratch(configuration, place);
    return new Scratch(place);
  }

  /** Makes one for jobs without a work folder. */
  static Scratch temporary(Configuration configuration) throws IOException {
    if (!LocalMode.isOn(configuration)) {
      return new Scratch(null);
    }
    File place = temporary();
    LocalMode.useScratch(configuration, place);
    return new Scratch(place);
  }

  private static File temporary() throws IOException {
    return Files.createTempDirectory("gradus-scratch-").toFile();
  }

  private static File place(WorkFolder folder) throws IOException {
    Path inside = new Path(folder.root(), NAME);
    boolean local = folder.files() instanceof LocalFileSystem;
    if (!local || !PLAIN.matcher(inside.toUri().getPath()).matches()) {
      return temporary();
    }
    folder.files().delete(inside, true);
    return new File(inside.toUri().getPath());
  }

  @Override
  public void close() throws IOException {
    if (place != null && place.exists() && !FileUtil.fullyDelete(place)) {
      throw new IOException("Could not remove " + place + ".");
    }
  }

  @Override
  public String toString() {
    return "scratch " + place;
  }
}

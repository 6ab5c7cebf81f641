package org.gradus.jobs.driver;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.SettingsException;

/**
 * The folder that a run works in, and the order of file operations that keeps it sound when the
 * process is killed between any two of them.
 *
 * <p>A step writes below {@code .<step>.<run>.tmp}, where a job that outlives a killed run on a
 * cluster cannot get in the way of the next one. When it has ended well, its manifest is written
 * there, and from then on it goes forward only: the old output is removed, its manifest first; the
 * new one takes the step's name, by one rename; its manifest follows, and marks it as complete.
 * {@link #recover} finishes what a killed run had begun to put in place and removes the rest.
 *
 * <p>Where a rename copies file by file, as in object stores, a folder may be cut in the middle of
 * it: it has no manifest then, so it is never taken for complete, and the next run moves what is
 * missing. What is needed of the store is that single files appear and vanish whole.
 *
 * <p>What a step keeps for its next run, if this one is killed, is in {@code
 * .<step>.<fingerprint>.checkpoint} until the step has succeeded.
 */
final class WorkFolder {
  static final String MANIFEST = Manifest.FILE;
  private static final String TEMPORARY = ".tmp";
  private static final String DRAFT = "draft";
  private static final String CLEARED = "cleared";
  private static final String CHECKPOINT = ".checkpoint";
  private static final String MARK = ".gradus";

  private final Path root;
  private final FileSystem files;
  private final FileChanges changes;
  private final BorrowedOutputs borrowed = new BorrowedOutputs();
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  WorkFolder(Path root, Configuration configuration) throws IOException {
    this(root, root.getFileSystem(configuration));
  }

  WorkFolder(Path root, FileSystem files) {
    this.files = files;
    this.changes = new FileChanges(files);
    this.root = files.makeQualified(root);
  }

  Path root() {
    return root;
  }

  /** Outputs of other work folders that stand for own ones. */
  BorrowedOutputs borrowed() {
    return borrowed;
  }

  /** A place as the user would type it. */
  String shown(Path place) {
    return files instanceof LocalFileSystem ? place.toUri().getPath() : place.toString();
  }

  FileSystem files() {
    return files;
  }

  /**
   * Makes the folder, or checks that it is one of ours.
   *
   * @throws SettingsException when it holds something else
   * @throws IOException when it cannot be made
   */
  void claim() throws IOException {
    try {
      if (!files.mkdirs(root)) {
        throw new IOException("it cannot be made; look at the permissions of the folder above it.");
      }
      claimExisting();
    } catch (IOException e) {
      throw new IOException("Work folder " + shown(root) + " cannot be used: " + e.getMessage(), e);
    }
  }

  private void claimExisting() throws IOException {
    boolean ours = files.exists(mark()) || files.exists(new Path(root, WorkLock.NAME));
    if (!ours && files.listStatus(root).length > 0) {
      throw new SettingsException(
          "Work folder "
              + shown(root)
              + " cannot be used: it is in use by something else; name one with --work that is empty, not there yet or of an earlier run.");
    }
    files.create(mark(), true).close();
  }

  private Path mark() {
    return new Path(root, MARK);
  }

  /** The place of a dataset that has been written. */
  Path place(Dataset dataset) {
    String step = dataset.place().replaceFirst("/.*", "");
    return new Path(borrowed.folderOf(step, this).root, dataset.place());
  }

  /** A step's output. */
  Path output(String step) {
    return new Path(root, step);
  }

  /** Where a step's output is to be found, here or in the folder that it was borrowed from. */
  Path found(String step) {
    return borrowed.folderOf(step, this).output(step);
  }

  /** What a failed step has left behind. */
  Path evidence(String step) {
    return new Path(root, step + ".failed");
  }

  /** The place of a dataset that a failed step has left behind. */
  Path evidence(String step, Dataset dataset) {
    return new Path(evidence(step), dataset.place());
  }

  private Path temporary(String step) {
    return new Path(root, "." + step + "." + run + TEMPORARY);
  }

  /** The place of a dataset while its step is running. */
  Path temporaryPlace(String step, Dataset dataset) {
    return new Path(temporary(step), dataset.place());
  }

  /** Where a step keeps what a later run on the same basis can go on from. */
  Path checkpoint(String step, String fingerprint) {
    String basis = fingerprint.substring(0, Math.min(16, fingerprint.length()));
    return new Path(root, "." + step + "." + basis + CHECKPOINT);
  }

  private void removeCheckpoints(String step) throws IOException {
    for (FileStatus child : files.listStatus(root)) {
      String name = child.getPath().getName();
      if (name.startsWith("." + step + ".") && name.endsWith(CHECKPOINT)) {
        changes.remove(child.getPath());
      }
    }
  }

  /** Makes an empty temporary folder for a step, with the parents of its datasets. */
  void begin(Step step) throws IOException {
    changes.remove(temporary(step.name()));
    files.mkdirs(temporary(step.name()));
    for (Dataset dataset : step.writes()) {
      files.mkdirs(temporaryPlace(step.name(), dataset).getParent());
    }
  }

  /** Bytes that a running step has written so far, before replication. */
  long bytesWritten(String step) throws IOException {
    return files.getContentSummary(temporary(step)).getLength();
  }

  /** Lengths of the files that a running step has written, by their path in its folder. */
  Map<String, Object> filesWritten(String step) throws IOException {
    return OutputFiles.below(new Path(temporary(step), step), files);
  }

  /** What of a step's output is not there as it was written, in a few words; empty if all is. */
  String missing(Step step, Manifest manifest) throws IOException {
    for (Dataset dataset : step.writes()) {
      if (!files.exists(place(dataset))) {
        return dataset.place() + " has been removed";
      }
    }
    return OutputFiles.missing(manifest, found(step.name()), files);
  }

  /** Completes a step: from here on its output survives. */
  void complete(Step step, String manifest) throws IOException {
    for (Dataset dataset : step.writes()) {
      if (!files.exists(temporaryPlace(step.name(), dataset))) {
        throw new IllegalStateException(
            "step '" + step.name() + "' has not written its dataset '" + dataset.name() + "'");
      }
    }
    Path draft = new Path(temporary(step.name()), DRAFT);
    try (FSDataOutputStream out = files.create(draft, true)) {
      out.write(manifest.getBytes(StandardCharsets.UTF_8));
    }
    changes.rename(draft, new Path(temporary(step.name()), MANIFEST));
    commit(step.name(), temporary(step.name()));
  }

  private void commit(String step, Path temporary) throws IOException {
    Path manifest = new Path(output(step), MANIFEST);
    Path cleared = new Path(temporary, CLEARED);
    if (!files.exists(cleared)) {
      changes.remove(manifest);
      changes.remove(output(step));
      files.create(cleared, true).close();
    }
    changes.move(new Path(temporary, step), output(step));
    changes.remove(manifest);
    changes.rename(new Path(temporary, MANIFEST), manifest);
    changes.remove(temporary);
    changes.remove(evidence(step));
    removeCheckpoints(step);
  }

  /** Keeps what a failed step has written, in place of what an earlier failure left. */
  void keepEvidence(String step) throws IOException {
    if (files.exists(temporary(step))) {
      changes.remove(new Path(temporary(step), MANIFEST));
      changes.remove(evidence(step));
      changes.rename(temporary(step), evidence(step));
    }
  }

  /** Brings the folder back to a sound state after a killed run. */
  void recover() throws IOException {
    for (FileStatus child : files.listStatus(root)) {
      String name = child.getPath().getName();
      if (name.startsWith(".") && name.endsWith(TEMPORARY)) {
        if (files.exists(new Path(child.getPath(), MANIFEST))) {
          commit(name.substring(1, name.indexOf('.', 1)), child.getPath());
        }
        changes.remove(child.getPath());
      }
    }
  }

  /** The text of a step's manifest, if it has run. */
  Optional<String> manifest(String step) throws IOException {
    try (FSDataInputStream in = files.open(new Path(output(step), MANIFEST))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}

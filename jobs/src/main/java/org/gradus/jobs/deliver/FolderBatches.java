package org.gradus.jobs.deliver;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.gradus.io.store.BatchFolder;
import org.gradus.io.store.BatchLineage;
import org.gradus.jobs.driver.WorkLock;

/** Batches in a folder of any Hadoop file system. */
final class FolderBatches implements BatchStore {
  private final BatchFolder folder;

  FolderBatches(BatchFolder folder) {
    this.folder = folder;
  }

  @Override
  public Closeable open() throws IOException {
    WorkLock lock = WorkLock.take(folder.files(), folder.root(), "Store");
    try {
      folder.removeUnfinished();
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public Optional<String> inForce() throws IOException {
    return folder.inForce();
  }

  @Override
  public List<BatchLineage> batches() throws IOException {
    return folder.batches();
  }

  @Override
  public void add(BatchLineage batch, Predictions predictions) throws IOException {
    for (Map.Entry<String, String> file : predictions.files().entrySet()) {
      Path source = predictions.path(file.getKey());
      String copied = folder.copy(predictions.fileSystem(), source, batch.name(), file.getKey());
      if (!copied.equals(file.getValue())) {
        throw new IOException(
            "The copy of "
                + source
                + " in "
                + this
                + " is not the file that was read before: it has changed meanwhile, or was not"
                + " copied wholly; start the same command again.");
      }
    }
    folder.complete(batch);
  }

  @Override
  public void point(BatchLineage batch) throws IOException {
    folder.point(batch);
  }

  @Override
  public void remove(String batch) throws IOException {
    folder.remove(batch);
  }

  @Override
  public void close() {
    // The file system is Hadoop's, which shares it.
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}

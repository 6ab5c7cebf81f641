package org.gradus.jobs.forget;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.gradus.io.parquet.RecordRemoval;

/** Histories, states, training rows and predictions of held-out answers. */
final class ParquetFiles implements StudentFiles {
  private final RecordRemoval removal;

  ParquetFiles(RecordRemoval removal) {
    this.removal = removal;
  }

  @Override
  public boolean are(Path file) {
    return file.getName().endsWith(".parquet");
  }

  @Override
  public boolean concerns(Path file) throws IOException {
    return removal.concerns(file);
  }

  @Override
  public long records(Path file) throws IOException {
    return removal.records(file);
  }

  @Override
  public long copyOthers(Path file, Path target) throws IOException {
    return removal.copyOthers(file, target);
  }
}

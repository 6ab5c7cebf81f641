package org.gradus.jobs.forget;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.jdbc.BatchTable;
import org.gradus.io.jdbc.Database;
import org.gradus.io.pseudonym.StudentName;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.BatchFolder;
import org.gradus.io.store.BatchLineage;
import org.gradus.jobs.driver.WorkLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One student, in all batches of predictions of a store. */
final class StoredBatches {
  private static final Logger LOG = LoggerFactory.getLogger(StoredBatches.class);

  private final Configuration configuration;
  private final String place;
  private final StudentName student;
  private final Clock clock;

  StoredBatches(Configuration configuration, String place, StudentName student, Clock clock) {
    this.configuration = configuration;
    this.place = place;
    this.student = student;
    this.clock = clock;
  }

  /**
   * Takes the student out of them.
   *
   * @return what has been done, in one sentence
   * @throws SettingsException when there is no store
   * @throws IOException when a publisher is at work
   */
  String forget() throws IOException {
    return Database.is(place) ? inDatabase() : inFolder();
  }

  private String inFolder() throws IOException {
    BatchFolder folder = BatchFolder.at(place, configuration);
    if (!folder.files().exists(folder.root())) {
      throw new SettingsException("There is no store " + folder + " (--store).");
    }
    Removed removed = new Removed();
    try (Closeable lock = WorkLock.take(folder.files(), folder.root(), "Store")) {
      LOG.info("{}", lock);
      folder.removeUnfinished();
      Forgetting forgetting =
          new Forgetting(
              configuration,
              folder.files(),
              folder.batchesFolder(),
              BatchFolder.LINEAGE_FILE,
              clock);
      for (BatchLineage batch : folder.batches()) {
        removed.add(forgetting.from(batch.name(), student.under(batch.pseudonyms())));
      }
    }
    return removed.told("files of " + folder, "lineages of its batches");
  }

  private String inDatabase() throws IOException {
    Removed removed = new Removed();
    try (BatchTable table = new BatchTable(new Database(place, configuration));
        Closeable lock = table.lock()) {
      LOG.info("{}", lock);
      for (BatchLineage batch : table.batches()) {
        removed.add(table.forget(batch, student.under(batch.pseudonyms()), clock.instant()));
      }
    }
    return removed.told("batches of " + place, "lineages of these");
  }
}

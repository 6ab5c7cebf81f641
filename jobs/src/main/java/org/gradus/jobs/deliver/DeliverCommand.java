package org.gradus.jobs.deliver;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.PublishedTable;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.BatchFolder;
import org.gradus.io.store.PublishedStore;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.WorkLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code gradus deliver}: the predictions of a work folder into a store. */
public final class DeliverCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverCommand.class);

  @Override
  public String name() {
    return "deliver";
  }

  @Override
  public String summary() {
    return "Puts students' states, recommendations and challenge cards into a store.";
  }

  @Override
  public String example() {
    return "deliver --work work --store store";
  }

  @Override
  public List<Key<?>> keys() {
    return DeliverKeys.all();
  }

  @Override
  public int run(CommandContext context) throws IOException, InterruptedException {
    Configuration configuration = context.configuration();
    Path work = RunKeys.work(configuration);
    FileSystem files = work.getFileSystem(configuration);
    if (!files.exists(work)) {
      throw new SettingsException("There is no work folder " + work + " (--work).");
    }
    try (Closeable lock = WorkLock.take(files, work, "Work folder");
        PublishedStore models = models(configuration);
        BatchStore store = store(context)) {
      LOG.info("{}", lock);
      Predictions predictions = Predictions.in(work, configuration);
      int kept = DeliverKeys.BATCHES_KEPT.get(configuration).intValue();
      new Delivery(models, store, predictions, kept, context.out(), Clock.systemUTC()).run();
      return 0;
    }
  }

  private static String place(Configuration configuration) {
    if (!DeliverKeys.STORE.isSet(configuration)) {
      throw new SettingsException("No store is named: add --store DIR.");
    }
    return DeliverKeys.STORE.get(configuration);
  }

  private static PublishedStore models(Configuration configuration) throws IOException {
    return PublishedTable.at(place(configuration), configuration);
  }

  private static BatchStore store(CommandContext context) throws IOException {
    String place = place(context.configuration());
    return Database.is(place)
        ? new JdbcBatches(place, context)
        : new FolderBatches(BatchFolder.at(place, context.configuration()));
  }
}

package org.gradus.jobs.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.ModelStore;
import org.gradus.model.knowledge.PublishedModel;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Readers that look at a store all the time while 50 versions come and go. */
public class ReadersTest {
  private static final int PUBLICATIONS = 50;
  private static final int READERS = 2;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration configuration = new Configuration();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();

  @Before
  public void keepAsFewVersionsAsPossible() {
    configuration.set("fs.file.impl", "org.gradus.io.local.NioLocalFileSystem");
    PublishKeys.VERSIONS_KEPT.set(configuration, 2L);
    PublishKeys.GRACE.set(configuration, 0L);
  }

  /** Every model is whole: header, parameters and name belong together. */
  private Void read(ModelStore store) throws Exception {
    long last = 0;
    while (!ended.get()) {
      PublishedModel published = store.load();
      KnowledgeModel model = published.model();
      double logit = ((Number) model.header().get("logit")).doubleValue();
      double probability = model.newStudent().predict("fractions", "");
      assertEquals(1 / (1 + Math.exp(-logit)), probability, 1e-12);
      assertEquals(Math.round(logit * 100), published.version().number());
      assertTrue("never back", published.version().number() >= last);
      last = published.version().number();
      seen.add(published.version().toString());
      reads.incrementAndGet();
    }
    return null;
  }

  @Test
  public void readersAreNotDisturbedByPublishers() throws Exception {
    String store = new File(folder.getRoot(), "store").getPath();
    publish(store, 1);
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    List<Future<Void>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(threads.submit(() -> read(ModelStore.at(java.nio.file.Path.of(store)))));
    }
    for (int i = 2; i <= PUBLICATIONS; i++) {
      int readBefore = reads.get();
      publish(store, i);
      while (reads.get() == readBefore && readers.stream().noneMatch(Future::isDone)) {
        Thread.onSpinWait();
      }
    }
    ended.set(true);
    for (Future<Void> reader : readers) {
      reader.get();
    }
    threads.shutdown();
    assertTrue("versions seen: " + seen.size(), seen.size() > PUBLICATIONS / 2);
    assertEquals(2, new File(store, "versions").list().length);
  }

  private void publish(String store, int number) throws Exception {
    String work = new TrainedWork(new File(folder.getRoot(), "work")).logit(number / 100.0).write();
    Candidate candidate = Candidate.of(new Path(work), configuration);
    FolderStore folderStore = FolderStore.at(store, configuration);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8");
    new Publication(configuration, folderStore, candidate, nowhere, Clock.systemUTC()).run();
  }
}

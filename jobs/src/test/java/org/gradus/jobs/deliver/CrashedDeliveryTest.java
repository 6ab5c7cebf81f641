package org.gradus.jobs.deliver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.jdbc.PublishedTable;
import org.gradus.io.store.BatchFolder;
import org.gradus.io.store.BatchLineage;
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.CrashingFileSystem;
import org.gradus.jobs.driver.WorkLock;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Deliveries that are killed before any of their changes. */
public class CrashedDeliveryTest {
  private static final int MORE_CHANGES_THAN_A_DELIVERY_MAKES = 40;

  @ClassRule public static final TemporaryFolder SHARED = new TemporaryFolder();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration configuration = new Configuration();
  private final Classroom gradus = new Classroom();
  private FileSystem local;
  private Path store;
  private Path seven;

  @BeforeClass
  public static void predict() throws IOException {
    new Classroom().work(SHARED.getRoot(), 5);
    new Classroom().work(SHARED.getRoot(), 7);
  }

  private static Path work(int modulus) {
    return new Path(new File(SHARED.getRoot(), "work" + modulus).getPath());
  }

  /** Two versions that differ, of which the first is in force and its predictions delivered. */
  @Before
  public void deliverTheFirst() throws IOException {
    local = CrashingFileSystem.local(configuration);
    store = new Path(new File(folder.getRoot(), "store").getPath());
    seven = work(7);
    for (Path work : new Path[] {work(5), seven}) {
      gradus.run(
          "publish", "--work", work.toString(), "--store", store.toString(), "--force", "small");
      gradus.run("deliver", "--work", work.toString(), "--store", store.toString());
    }
    local.delete(new Path(store, "predictions/batches/" + inForce()), true);
    point(new BatchFolder(local, store).batches().get(0));
  }

  private void point(BatchLineage batch) throws IOException {
    new BatchFolder(local, store).point(batch);
  }

  private String inForce() throws IOException {
    return new BatchFolder(local, store).inForce().get();
  }

  private boolean survives(FileSystem files) throws Exception {
    try {
      deliver(files);
      return true;
    } catch (CrashingFileSystem.Killed e) {
      return false;
    }
  }

  private void deliver(FileSystem files) throws Exception {
    PrintStream nowhere = new PrintStream(java.io.OutputStream.nullOutputStream(), false, "UTF-8");
    Predictions predictions = Predictions.in(seven, configuration);
    new Delivery(
            PublishedTable.at(store.toString(), configuration),
            new FolderBatches(new BatchFolder(files, store)),
            predictions,
            2,
            nowhere,
            Clock.systemUTC())
        .run();
  }

  /** The batch in force has all files that its lineage names, as they were. */
  private void requireWhole(String batch) throws IOException {
    Path place = new Path(new BatchFolder(local, store).batchesFolder(), batch);
    java.nio.file.Path lineage = java.nio.file.Path.of(place.toString(), "lineage.json");
    Object files =
        org.gradus.model.json.JsonReader.readObject(Files.readString(lineage)).get("files");
    for (var file : ((java.util.Map<?, ?>) files).entrySet()) {
      assertEquals(file.getValue(), WholeFile.sha256(local, new Path(place, "" + file.getKey())));
    }
  }

  @Test
  public void killedAtAnyInstantTheOldBatchOrTheNewOneIsInForceAndTheSameCommandCompletes()
      throws Exception {
    Set<String> found = new HashSet<>();
    String first = inForce();
    BatchLineage before = new BatchFolder(local, store).batches().get(0);
    boolean survived = false;
    for (int n = 0; !survived; n++) {
      assertTrue("ends some time", n < MORE_CHANGES_THAN_A_DELIVERY_MAKES);
      survived = survives(new CrashingFileSystem(local, n));
      local.delete(new Path(store, WorkLock.NAME), false);
      found.add(inForce());
      requireWhole(inForce());
      deliver(local);
      assertTrue("n = " + n, inForce().startsWith("b000002-"));
      requireWhole(inForce());
      assertEquals("n = " + n, 2, new BatchFolder(local, store).batches().size());
      local.delete(new Path(store, "predictions/batches/" + inForce()), true);
      point(before);
    }
    assertEquals(2, found.size());
    assertTrue(found.contains(first));
  }

  /** A batch of another name, which no delivery would go on with. */
  @Test
  public void whatAKilledDeliveryHasLeftIsRemoved() throws Exception {
    Path left = new Path(new BatchFolder(local, store).batchesFolder(), "b000009-000000000000");
    local.create(new Path(left, "students/part-m-00000.csv")).close();
    deliver(local);
    assertFalse(local.exists(left));
    requireWhole(inForce());
  }

  @Test
  public void aRemovalKilledAtAnyInstantLeavesNoBatchThatIsNotWhole() throws Exception {
    boolean survived = false;
    for (int n = 0; !survived; n++) {
      deliver(local);
      BatchFolder folder = new BatchFolder(local, store);
      BatchLineage first = folder.batches().get(0);
      String second = inForce();
      folder.point(first);
      survived = removes(new CrashingFileSystem(local, n), second);
      for (BatchLineage batch : folder.batches()) {
        requireWhole(batch.name());
      }
      assertTrue("ends some time", n < 9);
    }
    assertEquals(1, new BatchFolder(local, store).batches().size());
  }

  private boolean removes(FileSystem files, String batch) throws IOException {
    try {
      new BatchFolder(files, store).remove(batch);
      return true;
    } catch (CrashingFileSystem.Killed e) {
      return false;
    }
  }

  @Test
  public void anotherPublisherIsWaitedFor() throws Exception {
    try (Closeable publisher = new FolderBatches(new BatchFolder(local, store)).open()) {
      IOException refusal =
          assertThrows(publisher.toString(), IOException.class, () -> deliver(local));
      assertTrue(refusal.getMessage(), refusal.getMessage().contains(" is in use by another run"));
    }
  }

  @Test
  public void aFileThatChangesWhileItIsDeliveredIsNotDelivered() throws Exception {
    Predictions predictions = Predictions.in(seven, configuration);
    java.nio.file.Path table =
        java.nio.file.Path.of(seven.toString(), "predict/students/part-m-00000.csv");
    String text = Files.readString(table);
    Files.writeString(table, "x");
    FolderBatches batches = new FolderBatches(new BatchFolder(local, store));
    BatchLineage batch =
        BatchLineage.of(
            2,
            new BatchFolder(local, store).batches().get(0).version(),
            predictions.content(),
            predictions.provenance());
    IOException refusal = assertThrows(IOException.class, () -> batches.add(batch, predictions));
    Files.writeString(table, text);
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("it has changed meanwhile"));
    assertEquals(1, batches.batches().size());
  }
}

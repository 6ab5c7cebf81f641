package org.gradus.model.knowledge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/** The model of a server, exchanged under load. */
public class LiveModelTest {
  private static final int VERSIONS = 30;
  private static final int THREADS = 8;

  private final List<KnowledgeModel> published = new ArrayList<>();
  private final AtomicInteger inForce = new AtomicInteger();

  private final LiveModel.Versions versions =
      new LiveModel.Versions() {
        @Override
        public String inForce() {
          return "v" + inForce.get();
        }

        @Override
        public KnowledgeModel load(String version) throws IOException {
          int number = Integer.parseInt(version.substring(1));
          if (number >= published.size()) {
            throw new IOException("no version " + version);
          }
          return published.get(number);
        }
      };

  public LiveModelTest() {
    for (int version = 0; version < VERSIONS; version++) {
      published.add(SmallModels.model("khan", 10, version));
    }
  }

  private static double answer(KnowledgeModel model) {
    StudentState student = model.newStudent();
    for (int i = 0; i < 5; i++) {
      student.observe(SmallModels.answer(1, i, 10));
    }
    return student.predict("exercise_4", "");
  }

  @Test
  public void itFollowsTheVersionInForce() throws IOException {
    LiveModel live = LiveModel.follow(versions);
    KnowledgeModel first = live.model();
    assertFalse(live.refresh());
    assertSame(first, live.model());
    inForce.set(3);
    assertTrue(live.refresh());
    assertNotSame(first, live.model());
    assertEquals("v3", live.version());
  }

  @Test
  public void theOldModelStaysWhenTheNewOneCannotBeLoaded() throws IOException {
    LiveModel live = LiveModel.follow(versions);
    inForce.set(VERSIONS);
    assertThrows(IOException.class, live::refresh);
    assertSame(published.get(0), live.model());
    assertEquals("v0", live.version());
  }

  @Test
  public void aStoreWithoutAnythingPublishedSaysSo() {
    ModelStore store = ModelStore.at(java.nio.file.Path.of("no-such-store"));
    IOException e = assertThrows(IOException.class, () -> LiveModel.follow(store));
    assertTrue(e.getMessage(), e.getMessage().contains("no-such-store"));
  }

  /** Threads predict until the last version is in force; each prediction is one version's whole. */
  @Test
  public void predictionsUnderLoadAreAlwaysOfOneVersion() throws Exception {
    Set<Double> right = ConcurrentHashMap.newKeySet();
    published.forEach(model -> right.add(answer(model)));
    assertEquals(VERSIONS, right.size());
    LiveModel live = LiveModel.follow(versions);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> served = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      served.add(threads.submit(() -> serve(live, right)));
    }
    while (inForce.incrementAndGet() < VERSIONS - 1) {
      assertTrue(live.refresh());
    }
    live.refresh();
    for (Future<Integer> one : served) {
      assertTrue(one.get() > 0);
    }
    threads.shutdown();
  }

  private static int serve(LiveModel live, Set<Double> right) {
    int count = 0;
    boolean last = false;
    while (!last) {
      last = live.version().equals("v" + (VERSIONS - 1));
      assertTrue(right.contains(answer(live.model())));
      count++;
    }
    return count;
  }
}

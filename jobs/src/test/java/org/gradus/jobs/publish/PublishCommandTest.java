package org.gradus.jobs.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradus.model.json.JsonReader;
import org.gradus.model.knowledge.ModelStore;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The three commands from outside. */
public class PublishCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final CommandLine gradus = new CommandLine();
  private File work;
  private String store;

  @Before
  public void nameThePlaces() {
    work = new File(folder.getRoot(), "work");
    store = new File(folder.getRoot(), "store").getPath();
  }

  private TrainedWork trained() {
    return new TrainedWork(work);
  }

  private int publish(TrainedWork trained, String... more) throws IOException {
    String[] first = {"publish", "--work", trained.write(), "--store", store};
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return gradus.run(all);
  }

  private String inForce() throws IOException {
    return ModelStore.at(Path.of(store)).versionInForce().toString();
  }

  private double logit() throws IOException {
    Object logit = ModelStore.at(Path.of(store)).load().model().header().get("logit");
    return ((Number) logit).doubleValue();
  }

  private void refuses(String reason, TrainedWork trained, String... more) throws IOException {
    String before = inForce();
    assertEquals(gradus.out(), 4, publish(trained, more));
    assertTrue(gradus.err(), gradus.err().contains(reason));
    assertEquals(1, gradus.err().lines().count());
    assertEquals(before, inForce());
  }

  @Test
  public void aModelIsPublishedOnceWithItsLineage() throws IOException {
    assertEquals(gradus.err(), 0, publish(trained().logit(0.25)));
    String version = inForce();
    assertTrue(version, version.matches("v000001-[0-9a-f]{12}"));
    assertEquals(0.25, logit(), 0);
    assertTrue(ModelStore.at(Path.of(store)).load().model().hasIntervals());
    assertEquals(0, publish(trained().logit(0.25)));
    assertTrue(gradus.out(), gradus.out().contains("is this model, and in force"));
    assertEquals(List.of(version), names());
    String text = Files.readString(Path.of(store, "versions", version, "lineage.json"));
    Map<String, Object> lineage = JsonReader.readObject(text);
    assertEquals("0.1.0-test", lineage.get("code"));
    assertEquals(Map.of("sort", List.of("log.csv")), lineage.get("inputs"));
    assertEquals(Map.of("gradus.train.x", "1"), lineage.get("settings"));
    assertEquals(2L, lineage.get("exercises"));
    assertEquals(0.75, (Double) ((Map<?, ?>) lineage.get("metrics")).get("accuracy"), 0);
    assertEquals(true, ((Map<?, ?>) lineage.get("gate")).get("passed"));
  }

  private List<String> names() {
    return List.of(new File(store, "versions").list());
  }

  @Test
  public void theFirstVersionHasToKeepTheFixedLimits() throws IOException {
    assertEquals(4, publish(trained().heldOut(200, 0.4)));
    assertEquals(
        "gradus: The model in "
            + work
            + "/train/model is not published in "
            + store
            + ": the held-out log loss is 0.8651 but may be at most 0.7"
            + " (gradus.publish.max-log-loss); the held-out AUC is 0.4 but must be at least 0.5"
            + " (gradus.publish.min-auc); what is in force stays, and --force REASON would overrule"
            + " this.\n",
        gradus.err());
    assertFalse(Files.exists(Path.of(store, ModelStore.POINTER_FILE)));
    assertEquals(4, publish(trained().heldOut(0, 1)));
    assertTrue(gradus.err(), gradus.err().contains("the held-out log loss is undefined but"));
    assertTrue(gradus.err(), gradus.err().contains("number of held-out attempts is 0 but"));
  }

  @Test
  public void aSuccessorIsComparedWithTheVersionInForce() throws IOException {
    publish(trained().logit(0).heldOut(200, 0.8));
    refuses("the rise of the held-out log loss over that", trained().logit(1).heldOut(200, 0.75));
    refuses("the fall of the held-out AUC below that", trained().logit(1).heldOut(200, 0.75));
    refuses(
        "(exercise fractions, from 0.5 to 0.9526) but may be at most 0.4",
        trained().logit(3).heldOut(200, 0.8),
        "-Dgradus.publish.max-prediction-change=0.4");
    refuses(
        "are not in the model is 1 (fractions) but may be at most 0",
        trained().logit(1).heldOut(200, 0.8).exercises("addition"));
    assertEquals(0, publish(trained().logit(1).heldOut(200, 0.8)));
    assertEquals(1, logit(), 0);
  }

  @Test
  public void aRefusedModelIsPublishedForAReason() throws IOException {
    publish(trained().logit(0).heldOut(200, 0.8));
    TrainedWork worse = trained().logit(1).heldOut(200, 0.7);
    assertEquals(gradus.err(), 0, publish(worse, "--force", "other logs"));
    assertEquals(1, logit(), 0);
    assertEquals(0, gradus.run("versions", "--store", store));
    assertTrue(gradus.out(), gradus.out().contains(", by force: other logs"));
  }

  @Test
  public void aVersionThatWasRolledBackDoesNotComeBackByItself() throws IOException {
    publish(trained().logit(0));
    String first = inForce();
    publish(trained().logit(1));
    String second = inForce();
    assertEquals(0, gradus.run("rollback", "--store", store));
    assertEquals(first, inForce());
    refuses(second + " of " + store + ", which has been rolled back", trained().logit(1));
    gradus.run("versions", "--store", store);
    assertTrue(gradus.out(), gradus.out().contains(second + "  rolled back"));
    assertTrue(gradus.out(), gradus.out().contains(first + "  in force"));
    assertEquals(0, publish(trained().logit(0.5)));
    assertTrue(inForce(), inForce().startsWith("v000003-"));
    assertEquals(0, publish(trained().logit(1)));
    assertTrue(gradus.out(), gradus.out().contains("older than v000003-"));
    assertEquals(0.5, logit(), 0);
    assertEquals(0, gradus.run("rollback", "--store", store, "--to", second));
    assertEquals(1, logit(), 0);
    assertEquals(2, gradus.run("rollback", "--store", store, "--to", "v7"));
    assertTrue(gradus.err(), gradus.err().contains("Version 'v7' (--to) is not in"));
  }

  @Test
  public void whatCannotBeDoneIsSaidInOneSentence() throws IOException {
    assertEquals(2, gradus.run("publish", "--work", work.getPath(), "--store", store));
    assertTrue(gradus.err(), gradus.err().contains("There is nothing to publish in"));
    assertEquals(2, gradus.run("rollback", "--store", store));
    assertEquals(0, gradus.run("versions", "--store", store));
    assertEquals("Nothing has been published in " + store + " yet.\n", gradus.out());
    assertFalse(new File(store).exists());
    assertEquals(2, gradus.run("versions"));
    assertEquals(2, gradus.run("publish", "--work", trained().write(), "--store", work.getPath()));
    assertTrue(gradus.err(), gradus.err().contains("because it holds something else"));
  }

  @Test
  public void aModelOlderThanWhatItWasMadeFromIsRefused() throws IOException {
    String place = trained().write();
    Path manifest = Path.of(place, "sort/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("abc", "def"));
    assertEquals(2, gradus.run("publish", "--work", place, "--store", store));
    assertTrue(
        gradus.err(),
        gradus.err().contains("step 'train' has read a dataset 'histories' that has been made"));
  }

  @Test
  public void whatWasBorrowedIsReadWhereItWasBorrowed() throws IOException {
    File base = new File(folder.getRoot(), "base");
    assertEquals(gradus.err(), 0, publish(trained().borrowedFrom(base)));
    String text = Files.readString(Path.of(store, "versions", inForce(), "lineage.json"));
    Map<String, Object> lineage = JsonReader.readObject(text);
    assertEquals(Map.of("sort", List.of("log.csv")), lineage.get("inputs"));
    String place = trained().logit(1).borrowedFrom(base).write();
    Files.move(base.toPath(), Path.of(base + "-gone"));
    assertEquals(2, gradus.run("publish", "--work", place, "--store", store));
    String looked = "removed since (looked for in file:" + work + ", file:" + base + ");";
    assertTrue(gradus.err(), gradus.err().contains(looked));
  }

  @Test
  public void asManyVersionsAreKeptAsAreAskedFor() throws IOException {
    String[] keepTwo = {"-Dgradus.publish.versions-kept=2", "-Dgradus.publish.grace-hours=0"};
    for (int i = 1; i <= 4; i++) {
      publish(trained().logit(i / 10.0), keepTwo);
    }
    assertEquals(2, names().size());
    gradus.run("rollback", "--store", store);
    publish(trained().logit(0.5), keepTwo);
    assertEquals("the one before stays", 3, names().size());
    publish(trained().logit(0.6), "-Dgradus.publish.versions-kept=2");
    assertEquals("too young to go", 4, names().size());
  }
}

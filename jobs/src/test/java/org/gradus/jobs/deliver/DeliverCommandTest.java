package org.gradus.jobs.deliver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradus.model.json.JsonReader;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Predictions of a class on their way into a store in a folder. */
public class DeliverCommandTest {
  @ClassRule public static final TemporaryFolder SHARED = new TemporaryFolder();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Classroom gradus = new Classroom();

  @BeforeClass
  public static void predict() throws IOException {
    new Classroom().work(SHARED.getRoot(), 5);
    new Classroom().work(SHARED.getRoot(), 7);
  }

  private static String work(int modulus) {
    return new File(SHARED.getRoot(), "work" + modulus).getPath();
  }

  private String store() {
    return new File(folder.getRoot(), "store").getPath();
  }

  private void publish(int modulus) {
    String[] publish = {"publish", "--work", work(modulus), "--store", store(), "--force", "small"};
    gradus.run(publish);
  }

  private int deliver(int modulus, String... more) {
    Stream<String> all = Stream.of("deliver", "--work", work(modulus), "--store", store());
    return gradus.gradus(Stream.concat(all, Stream.of(more)).toArray(String[]::new));
  }

  private Map<String, Object> json(String place) throws IOException {
    return JsonReader.readObject(Files.readString(Path.of(store(), place)));
  }

  private String inForce() throws IOException {
    return (String) json("predictions/current.json").get("batch");
  }

  private static Map<String, String> content(Path place) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = place.relativize(file).toString();
        if (file.getFileName().toString().startsWith("part-")) {
          content.put(name, Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    return content;
  }

  @Test
  public void predictionsComeIntoForceOnceWithTheirLineage() throws IOException {
    publish(5);
    assertEquals(gradus.said(), 0, deliver(5));
    String batch = inForce();
    assertTrue(batch, batch.matches("b000001-[0-9a-f]{12}"));
    Path place = Path.of(store(), "predictions", "batches", batch);
    Map<String, String> delivered = content(place);
    assertEquals(content(Path.of(work(5), "predict")), delivered);
    assertTrue("records, table, thresholds", delivered.size() >= 3);
    Map<String, Object> lineage = json("predictions/batches/" + batch + "/lineage.json");
    assertEquals(json("current.json").get("version"), lineage.get("version"));
    assertEquals(12L, ((Map<?, ?>) lineage.get("figures")).get("students"));
    assertEquals(0, deliver(5));
    assertTrue(gradus.said(), gradus.said().contains("in force already"));
    assertEquals(1, batches().length);
  }

  private String[] batches() {
    return new File(store(), "predictions/batches").list();
  }

  @Test
  public void predictionsOfAModelThatIsNotInForceAreRefused() throws IOException {
    assertEquals(4, deliver(5));
    assertTrue(gradus.said(), gradus.said().contains("is no version of it: publish it first"));
    assertFalse("nothing is made", new File(store()).exists());
    publish(5);
    assertEquals(0, deliver(5));
    publish(7);
    String before = inForce();
    assertEquals(4, deliver(5));
    assertTrue(
        gradus.said(), gradus.said().matches("(?s).*is version v000001.* is in force\\.\\s"));
    assertEquals(before, inForce());
    assertEquals(0, deliver(7));
    assertTrue(inForce(), inForce().startsWith("b000002-"));
  }

  @Test
  public void afterARollbackTheOldPredictionsComeBack() throws IOException {
    publish(5);
    deliver(5);
    String first = inForce();
    publish(7);
    deliver(7);
    gradus.run("rollback", "--store", store());
    assertEquals(first, inForce());
    assertTrue(gradus.said(), gradus.said().contains(first + ", the predictions of this version"));
    assertEquals(gradus.said(), 0, deliver(5, "-Dgradus.deliver.batches-kept=1"));
    assertTrue(gradus.said(), gradus.said().contains("in force already"));
    assertEquals("the newest and the one in force", 2, batches().length);
    gradus.run("rollback", "--store", store(), "--to", version(2));
    assertEquals(0, deliver(7, "-Dgradus.deliver.batches-kept=1"));
    assertEquals("the older one is removed", 1, batches().length);
  }

  @Test
  public void aRollbackSaysWhenNoPredictionsOfItsVersionAreThere() throws IOException {
    publish(5);
    publish(7);
    gradus.run("rollback", "--store", store());
    assertFalse(gradus.said(), gradus.said().contains("predictions"));
    gradus.run("rollback", "--store", store(), "--to", version(2));
    deliver(7);
    String second = inForce();
    gradus.run("rollback", "--store", store(), "--to", version(1));
    String sentence = "The predictions in force, " + second + ", are still those of " + version(2);
    assertTrue(gradus.said(), gradus.said().contains(sentence));
    assertEquals(second, inForce());
    gradus.run("rollback", "--store", store(), "--to", version(2));
    assertTrue(gradus.said(), gradus.said().contains(second + ", the predictions of this version"));
  }

  /** As a rollback leaves it that was killed when it had put the predictions in force. */
  @Test
  public void deliveredAgainPredictionsReplaceThoseOfAnotherVersion() throws IOException {
    publish(5);
    deliver(5);
    Path pointer = Path.of(store(), "predictions", "current.json");
    String first = Files.readString(pointer);
    publish(7);
    deliver(7);
    String second = inForce();
    Files.writeString(pointer, first);
    assertEquals("not in force", 4, deliver(5));
    assertEquals(gradus.said(), 0, deliver(7));
    assertEquals(second, inForce());
    assertEquals("nothing is added", 2, batches().length);
  }

  private String version(int number) {
    String[] names = new File(store(), "versions").list();
    return Stream.of(names).filter(n -> n.startsWith("v00000" + number)).findFirst().get();
  }

  @Test
  public void whatCannotBeDeliveredIsSaidInOneSentence() throws IOException {
    assertEquals(2, gradus.gradus("deliver", "--work", work(5)));
    assertEquals(2, gradus.gradus("deliver", "--work", store(), "--store", store()));
    File empty = folder.newFolder();
    assertEquals(2, gradus.gradus("deliver", "--work", empty.getPath(), "--store", store()));
    assertTrue(gradus.said(), gradus.said().contains("There is nothing to deliver in " + empty));
  }

  @Test
  public void predictionsOfAnOlderModelAreRefused() throws IOException {
    Path manifest = Path.of(work(7), "train", "manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest, text.replaceFirst("\"fingerprint\":\"...", "\"fingerprint\":\"000"));
    try {
      assertEquals(2, deliver(7));
      assertTrue(
          gradus.said(), gradus.said().contains("dataset 'model' has been made again since"));
    } finally {
      Files.writeString(manifest, text);
    }
  }
}

package org.gradus.jobs.forget;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.gradus.io.jdbc.BatchTable;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.Table;
import org.gradus.io.parquet.RecordRemoval;
import org.gradus.io.pseudonym.Pseudonyms;
import org.gradus.io.store.BatchFolder;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.WorkLock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A student in the predictions of a store, and in a work folder under a pseudonym. */
public class ForgetStoreTest {
  private static final String PROVIDER = "hadoop.security.credential.provider.path";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration configuration = new Configuration();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private String log;
  private Path work;
  private Path store;

  @Before
  public void writeALogAndAKey() throws IOException {
    List<String> lines = new ArrayList<>(List.of("student_id,exercise_id,correct,order_id"));
    for (int i = 0; i < 120; i++) {
      String student = i % 6 == 0 ? "ann" : "ann" + i % 6;
      lines.add(student + ",sums" + i % 3 + "," + (i * i % 5 < 3 ? 1 : 0) + "," + i);
    }
    log = Files.write(folder.newFile("log.csv").toPath(), lines).toString();
    work = folder.getRoot().toPath().resolve("work");
    store = folder.getRoot().toPath().resolve("store");
    configuration.set(PROVIDER, "jceks://file" + folder.getRoot() + "/gradus.jceks");
  }

  private int gradus(String... arguments) {
    said.reset();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Gradus(Installed.onClassPath(), stream, stream).run(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private void run(String... arguments) {
    assertEquals(said(), 0, gradus(arguments));
  }

  private void predict(String... more) {
    String[] run = {"run", "--input", log, "--work", work.toString(), "--target", "evaluation"};
    run(Stream.concat(Stream.of(run), Stream.of(more)).toArray(String[]::new));
    run("predict", "--work", work.toString());
  }

  private void deliver(String place) {
    run("publish", "--work", work.toString(), "--store", place, "--force", "small");
    run("deliver", "--work", work.toString(), "--store", place);
  }

  /** Files below a place that have a record of a name, or, when they are text, mention it. */
  private List<String> filesOf(String name, Path place) throws IOException {
    RecordRemoval removal = new RecordRemoval(configuration, "student", name);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        boolean holds =
            file.toString().endsWith(".parquet")
                ? removal.concerns(new org.apache.hadoop.fs.Path(file.toUri()))
                : Files.readString(file, StandardCharsets.ISO_8859_1)
                    .matches("(?s).*\\b" + name + "\\b.*");
        if (holds) {
          found.add(place.relativize(file).toString());
        }
      }
    }
    return found;
  }

  @Test
  public void noBatchInAFolderHasTheStudentAfterwards() throws IOException {
    predict();
    deliver(store.toString());
    assertEquals(2, filesOf("ann", store).size());
    run("forget", "--store", store.toString(), "--student", "ann");
    assertEquals(List.of(), filesOf("ann", store));
    assertEquals("others stay", 2, filesOf("ann1", store).size());
    BatchFolder batches = BatchFolder.at(store.toString(), configuration);
    assertTrue(batches.batches().get(0).toJson().contains("sha256After"));
    assertFalse(filesOf("ann", work).isEmpty());
    run("deliver", "--work", work.toString(), "--store", store.toString());
    assertEquals("not brought back", List.of(), filesOf("ann", store));
    assertEquals(2, gradus("forget", "--store", folder.getRoot() + "/no", "--student", "ann"));
  }

  @Test
  public void aStoreInUseIsWaitedFor() throws IOException {
    predict();
    deliver(store.toString());
    BatchFolder batches = BatchFolder.at(store.toString(), configuration);
    try (WorkLock publisher = WorkLock.take(batches.files(), batches.root(), "Store")) {
      assertEquals(1, gradus("forget", "--store", store.toString(), "--student", "ann"));
      assertTrue(publisher + said(), said().contains("is in use by another run"));
    }
    assertEquals(2, filesOf("ann", store).size());
  }

  private void storeKey() throws IOException {
    CredentialProvider provider = CredentialProviderFactory.getProviders(configuration).get(0);
    provider.createCredentialEntry(Pseudonyms.KEY.name(), "sixteen letters!".toCharArray());
    provider.flush();
  }

  @Test
  public void byTheIdOfTheLogsAStudentWithAPseudonymIsExplainedAndForgotten() throws IOException {
    storeKey();
    String provider = "-D" + PROVIDER + "=" + configuration.get(PROVIDER);
    predict("--pseudonyms", "k1", provider);
    Configuration named = new Configuration(configuration);
    Pseudonyms.KEY_NAME.set(named, "k1");
    String name = Pseudonyms.of(named).of("ann");
    assertEquals(List.of(), filesOf("ann", work));
    assertTrue(filesOf(name, work).size() >= 3);
    String[] why = {"why", "--work", work.toString(), "--exercise", "sums0", "--student"};
    run(Stream.concat(Stream.of(why), Stream.of("ann", provider)).toArray(String[]::new));
    String explained = said();
    run(Stream.concat(Stream.of(why), Stream.of(name)).toArray(String[]::new));
    assertEquals("without the key the pseudonym is asked for", explained, said());
    String url = "jdbc:h2:" + folder.getRoot() + "/database";
    deliver(url);
    assertEquals(2, gradus("forget", "--work", work.toString(), "--student", "ann"));
    assertTrue(said(), said().contains(Pseudonyms.KEY.name() + " is not set"));
    String[] forget = {"forget", "--work", work.toString(), "--store", url, "--student", "ann"};
    run(Stream.concat(Stream.of(forget), Stream.of(provider)).toArray(String[]::new));
    assertEquals(List.of(), filesOf(name, work));
    try (BatchTable table = new BatchTable(new Database(url, configuration))) {
      assertEquals(5, table.count(Table.STUDENT_STATE, table.inForce().get()));
    }
  }
}

package org.gradus.jobs.forget;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils;
import org.gradus.io.history.HistoryFiles;
import org.gradus.io.parquet.RecordRemoval;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.json.JsonReader;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A student in all files that a run leaves behind, and in none of them afterwards. */
public class ForgetCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration configuration = new Configuration();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path work;

  private int gradus(String... arguments) {
    said.reset();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Gradus(Installed.onClassPath(), stream, stream).run(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** A log of 12 students, of which one is ann, with a line of hers that is bad. */
  @Before
  public void run() throws IOException {
    List<String> log =
        new ArrayList<>(List.of("student_id,exercise_id,problem_id,correct,order_id"));
    for (int i = 0; i < 240; i++) {
      String student = i % 12 == 0 ? "ann" : "ann" + i % 12;
      log.add(student + ",sums" + i % 3 + ",q" + i % 7 + "," + (i * i % 5 < 3 ? 1 : 0) + "," + i);
    }
    log.add("ann,sums1,q1,perhaps,999");
    log.add("ann3,sums1,q1,perhaps,999");
    Path file = folder.getRoot().toPath().resolve("log.csv");
    Files.write(file, log);
    work = folder.getRoot().toPath().resolve("work");
    String[] run = {"run", "--input", file.toString(), "--work", work.toString()};
    assertEquals(said(), 0, gradus(with(run, "--predictions", "--holdout", "0.5")));
    for (String step : new String[] {"predict", "features"}) {
      assertEquals(said(), 0, gradus(step, "--work", work.toString()));
    }
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  private int forget() {
    return gradus("forget", "--work", work.toString(), "--student", "ann");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
    }
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return StringUtils.byteToHexString(digest);
  }

  private Map<String, String> hashes() throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files()) {
      hashes.put(work.relativize(file).toString(), sha256(file));
    }
    return hashes;
  }

  /** Files that hold ann. */
  private List<String> filesOfAnn() throws IOException {
    RecordRemoval removal = new RecordRemoval(configuration, "student", "ann");
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      boolean parquet = file.toString().endsWith(".parquet");
      boolean holds =
          parquet
              ? removal.concerns(new org.apache.hadoop.fs.Path(file.toUri()))
              : Files.readString(file, StandardCharsets.ISO_8859_1).matches("(?s).*\\bann\\b.*");
      if (holds) {
        found.add(work.relativize(file).toString().replaceAll("[0-9]+", "N"));
      }
    }
    return found;
  }

  private Map<String, StudentHistory> histories() throws IOException {
    Map<String, StudentHistory> histories = new HashMap<>();
    org.apache.hadoop.fs.Path place =
        new org.apache.hadoop.fs.Path(work.resolve("sort/histories").toUri());
    HistoryFiles.readAll(configuration, place).forEach(h -> histories.put(h.student(), h));
    return histories;
  }

  private List<?> proofs(String step) throws IOException {
    String manifest = Files.readString(work.resolve(step + "/manifest.json"));
    assertFalse("names nobody", manifest.contains("\"ann\""));
    Object proofs = JsonReader.readObject(manifest).get("forgotten");
    return proofs == null ? List.of() : (List<?>) proofs;
  }

  @Test
  public void noFileHasTheStudentAfterwardsAndTheOthersAreAsBefore() throws Exception {
    List<String> before = filesOfAnn();
    assertTrue(before.toString(), before.size() >= 4);
    Map<String, StudentHistory> all = histories();
    Map<String, String> hashes = hashes();
    assertEquals(said(), 0, forget());
    assertEquals(List.of(), filesOfAnn());
    StudentHistory ann = all.remove("ann");
    assertEquals(20, ann.attempts().size());
    assertEquals(all.keySet(), histories().keySet());
    histories().forEach((id, h) -> assertEquals(all.get(id).attempts(), h.attempts()));
    int proven = 0;
    for (String step : new String[] {"sort", "train", "features", "predict"}) {
      for (Object proof : proofs(step)) {
        proven += prove((Map<?, ?>) proof, hashes);
      }
    }
    assertEquals(before.size(), proven);
  }

  private int prove(Map<?, ?> proof, Map<String, String> before) throws Exception {
    String file = (String) proof.get("file");
    assertEquals(before.get(file), proof.get("sha256Before"));
    assertEquals(sha256(work.resolve(file)), proof.get("sha256After"));
    assertNotEquals(proof.get("recordsBefore"), proof.get("recordsAfter"));
    return 1;
  }

  @Test
  public void theSecondTimeNothingIsWrittenAndNoStepRunsAgain() throws Exception {
    assertEquals(0, forget());
    Map<String, String> hashes = hashes();
    assertEquals(0, forget());
    assertTrue(said(), said().startsWith("0 records of the student removed"));
    assertEquals(hashes, hashes());
    assertEquals(0, gradus("predict", "--work", work.toString()));
    assertTrue(said(), said().contains("up to date"));
  }

  @Test
  public void aFolderWithoutARunIsRefused() {
    assertEquals(2, gradus("forget", "--work", folder.getRoot() + "/none", "--student", "ann"));
    assertEquals(2, gradus("forget", "--work", work.toString()));
  }
}

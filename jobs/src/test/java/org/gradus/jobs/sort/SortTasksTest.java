package org.gradus.jobs.sort;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.serializer.WritableSerialization;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.log.LogRecord;
import org.gradus.io.pseudonym.Pseudonyms;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.source.Rejection;
import org.gradus.model.attempt.Attempt;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The mapper and the combiner alone; the reducer, whose output MRUnit cannot copy, is in {@link
 * SortStepTest}.
 */
public final class SortTasksTest {
  private static final NullWritable NOTHING = NullWritable.get();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> lines = new ArrayList<>();

  @Test
  public void attemptBecomesKey() throws IOException {
    Attempt attempt = Attempt.on("add").correct(true).epochMillis(5).build();
    MapDriver<NullWritable, LogRecord, AttemptKey, NullWritable> driver = mapper();
    driver.withInput(NOTHING, LogRecord.ofAttempt("f", 0, "ann,add,1,5", "ann", attempt));
    driver.withOutput(key("ann", attempt), NOTHING);
    driver.withCounter(SortCounter.LINES_READ, 1);
    driver.withCounter(SortCounter.LINES_QUARANTINED, 0);
    driver.runTest();
    assertEquals(List.of(), lines);
  }

  @Test
  public void rejectionGoesToTheQuarantineWithItsPlaceAndCounts() throws IOException {
    MapDriver<NullWritable, LogRecord, AttemptKey, NullWritable> driver = mapper();
    driver.withInput(
        NOTHING, LogRecord.ofRejection("f", 12, "a\tb\\c", Rejection.BAD_TIME, "b\nc"));
    driver.withCounter(SortCounter.LINES_READ, 1);
    driver.withCounter(SortCounter.LINES_QUARANTINED, 1);
    driver.withCounter(Rejection.BAD_TIME, 1);
    driver.runTest();
    assertEquals(List.of("f\t12\tBAD_TIME\tb\\nc\ta\\tb\\\\c"), lines);
    QuarantineRow row = QuarantineRow.parse(lines.get(0));
    assertEquals("f:12 'b\nc'", row.example());
    assertEquals(lines.get(0), row.toString());
  }

  @Test
  public void withPseudonymsNoIdLeavesTheMapper() throws IOException {
    Attempt attempt = Attempt.on("add").correct(true).epochMillis(5).build();
    MapDriver<NullWritable, LogRecord, AttemptKey, NullWritable> driver = mapper();
    name(driver.getConfiguration());
    driver.withInput(NOTHING, LogRecord.ofAttempt("f", 0, "ann,add,1,5", "ann", attempt));
    driver.withInput(
        NOTHING, LogRecord.ofRejection("f", 12, "ann,add,x,5", Rejection.BAD_CORRECT, "x"));
    String pseudonym = Pseudonyms.of(driver.getConfiguration()).of("ann");
    driver.withOutput(key(pseudonym, attempt), NOTHING);
    driver.runTest();
    assertEquals(32, pseudonym.length());
    assertEquals(List.of("f\t12\tBAD_CORRECT\t\t"), lines);
  }

  @Test
  public void pseudonymsAreRefusedWhereFilesHaveTheNamesOfStudents() throws IOException {
    Configuration settings = new Configuration();
    name(settings);
    Path table = folder.newFile("questions.csv").toPath();
    Files.writeString(table, "question_id,correct_answer,part,tags\nq1,a,1,1\n");
    LogInputFormat.SOURCE.set(settings, "ednet");
    LogInputFormat.TABLE.set(settings, table.toString());
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> new SortStep().validate(settings));
    assertTrue(
        refusal.getMessage(),
        refusal.getMessage().contains("their ids are the names of the files"));
  }

  /** Stores a key of pseudonyms and gives it a name. */
  private void name(Configuration settings) throws IOException {
    settings.set(
        "hadoop.security.credential.provider.path",
        "localjceks://file" + folder.getRoot().getPath() + "/gradus.jceks");
    CredentialProvider provider = CredentialProviderFactory.getProviders(settings).get(0);
    provider.createCredentialEntry(Pseudonyms.KEY.name(), "a key of pseudonyms".toCharArray());
    provider.flush();
    Pseudonyms.KEY_NAME.set(settings, "2026-11");
  }

  @Test
  public void combinerKeepsOneOfSeveralAndCountsTheRest() throws IOException {
    Attempt.Builder byMinutes = Attempt.on("add").epochMillis(120_000);
    AttemptKey delivered = key("ann", Attempt.on("add").epochMillis(120_001).build());
    AttemptKey withItem = key("bob", Attempt.on("add").epochMillis(120_000).item("i").build());
    AttemptKey answers = key("cid", byMinutes.build());
    AttemptKey ordered = key("dan", byMinutes.order(7).build());
    ReduceDriver<AttemptKey, NullWritable, AttemptKey, NullWritable> driver =
        ReduceDriver.newReduceDriver(new SortCombiner());
    for (AttemptKey key : List.of(delivered, withItem, answers, ordered)) {
      driver.withInput(key, List.of(NOTHING, NOTHING, NOTHING));
      driver.withOutput(key, NOTHING);
      if (key.equals(answers)) {
        driver.withOutput(key, NOTHING);
        driver.withOutput(key, NOTHING);
      }
    }
    driver.withInput(key("eve", Attempt.on("add").build()), List.of(NOTHING));
    driver.withOutput(key("eve", Attempt.on("add").build()), NOTHING);
    driver.withCounter(SortCounter.DUPLICATES_DROPPED, 6);
    driver.runTest();
  }

  private MapDriver<NullWritable, LogRecord, AttemptKey, NullWritable> mapper() {
    MapDriver<NullWritable, LogRecord, AttemptKey, NullWritable> driver =
        MapDriver.newMapDriver(new SortMapper(context -> new ListSink()));
    driver
        .getConfiguration()
        .setStrings(
            "io.serializations",
            LogRecordSerialization.class.getName(),
            WritableSerialization.class.getName());
    return driver;
  }

  private static AttemptKey key(String student, Attempt attempt) {
    AttemptKey key = new AttemptKey();
    key.set(student, attempt);
    return key;
  }

  private final class ListSink implements LineSink {
    @Override
    public void write(String line) {
      lines.add(line);
    }

    @Override
    public void close() {}
  }
}

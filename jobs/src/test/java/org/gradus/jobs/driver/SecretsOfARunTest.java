package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A secret in a real key store, and all that a run leaves behind. */
public class SecretsOfARunTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration settings = new Configuration();
  private Path work;

  @Before
  public void makeALogAndAKeyStore() throws IOException {
    Path log = folder.newFile("words.txt").toPath();
    Files.write(log, List.of("ant", "bee", "asp"));
    work = folder.getRoot().toPath().resolve("work");
    LettersStep.LOG.set(settings, log.toString());
    RunKeys.WORK.set(settings, work.toString());
    settings.setInt("mapreduce.task.io.sort.mb", 8);
    settings.set(
        "hadoop.security.credential.provider.path",
        "jceks://file" + folder.getRoot().getPath() + "/gradus.jceks");
    store("hunter2");
  }

  private void store(String value) throws IOException {
    String name = TotalStep.PASSWORD.name();
    CredentialProvider provider = CredentialProviderFactory.getProviders(settings).get(0);
    if (provider.getCredentialEntry(name) != null) {
      provider.deleteCredentialEntry(name);
    }
    provider.createCredentialEntry(name, value.toCharArray());
    provider.flush();
  }

  private String run() throws IOException, InterruptedException {
    Plan plan = Plan.toward("report", List.of(new LettersStep(), new TotalStep()), settings);
    return new Runner(settings, Progress.SILENT)
        .run(plan).stream()
            .map(outcome -> outcome.step() + " " + outcome.state())
            .collect(Collectors.joining(", "));
  }

  @Test
  public void noFileOfTheRunHoldsItAndANewOneRunsNothingAgain() throws Exception {
    assertEquals("hunter2", TotalStep.PASSWORD.get(settings));
    assertEquals("letters RUN, total RUN", run());
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(file.toString(), text.contains("hunter2"));
        assertFalse(file.toString(), text.contains(TotalStep.PASSWORD.name()));
      }
    }
    store("hunter3");
    assertEquals("letters SKIPPED, total SKIPPED", run());
  }

  @Test
  public void aJobHasItInItsCredentialsAndNotInItsSettings() throws Exception {
    JobRunner runner = new JobRunner(settings, new TotalStep().keys(), Progress.SILENT);
    Job job = runner.newJob("any");
    byte[] handed = job.getCredentials().getSecretKey(new Text("gradus.total.password"));
    assertEquals("hunter2", new String(handed, StandardCharsets.UTF_8));
    assertEquals(1, job.getCredentials().numberOfSecretKeys());
    for (Map.Entry<String, String> setting : job.getConfiguration()) {
      assertFalse(setting.getKey(), setting.getValue().contains("hunter2"));
    }
    assertTrue(settings.getValByRegex("gradus.total.password").isEmpty());
  }
}

package org.gradus.jobs.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.mapred.JobConf;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.Plan;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.Step;
import org.junit.Test;

/** What is really installed: rules that every step and command keeps. */
public class InstalledTest {
  private static final Set<String> BUILT_IN = Set.of("run", "explain", "steps", "conf", "help");

  private final Installed installed = Installed.onClassPath();

  @Test
  public void theDefaultsFileIsWhatConfPrints() throws IOException {
    Path file = Path.of(System.getProperty("basedir", "."), "../conf/gradus-default.xml");
    assertEquals(
        "Out of date; write it again with: bin/gradus conf > conf/gradus-default.xml",
        ConfigurationXml.of(installed),
        Files.readString(file));
  }

  @Test
  public void theDefaultsAreAllowed() {
    JobConf defaults = new JobConf();
    installed.keys().all().forEach(key -> key.get(defaults));
  }

  @Test
  public void aRunLeadsFromSortToReport() {
    List<Step> steps = Plan.toward("report", installed.steps(), new JobConf()).steps();
    assertEquals("sort", steps.get(0).name());
    assertEquals("report", steps.get(steps.size() - 1).name());
  }

  @Test
  public void theReportMayFailAndWhatLeadsToTheModelMayNot() {
    for (Step step : Plan.toward("report", installed.steps(), new JobConf()).steps()) {
      assertEquals(step.name(), step.name().equals("report"), step.optional());
    }
  }

  @Test
  public void placesStartWithTheStepsFolder() {
    for (Step step : installed.steps()) {
      for (Dataset dataset : step.writes()) {
        assertTrue(dataset.place(), (dataset.place() + "/").startsWith(step.name() + "/"));
      }
    }
  }

  @Test
  public void anExampleStartsWithItsCommand() {
    installed.steps().forEach(step -> startsWith(step.name(), step.example()));
    installed.commands().forEach(command -> startsWith(command.name(), command.example()));
  }

  private static void startsWith(String name, String example) {
    assertTrue(name + ": " + example, (example + " ").startsWith(name + " "));
    assertFalse(name + " is built in", BUILT_IN.contains(name));
  }

  @Test
  public void examplesUseOptionsThatExist() {
    for (Step step : installed.steps()) {
      List<Key<?>> keys = new ArrayList<>(step.keys());
      keys.add(RunKeys.WORK);
      usesOptions(step.example(), keys);
    }
    for (Command command : installed.commands()) {
      usesOptions(command.example(), command.keys());
    }
  }

  private static void usesOptions(String example, List<Key<?>> keys) {
    for (String word : example.split("[ =]", -1)) {
      if (word.startsWith("--")) {
        assertTrue(example, keys.stream().anyMatch(key -> key.option().orElse("").equals(word)));
      }
    }
  }

  @Test
  public void inARunAnOptionMeansOneSetting() {
    Map<String, Key<?>> byOption = new HashMap<>();
    List<Key<?>> keys = new ArrayList<>(RunKeys.all());
    installed.steps().forEach(step -> keys.addAll(step.keys()));
    for (Key<?> key : keys) {
      Key<?> other = byOption.put(key.option().orElse(key.name()), key);
      assertEquals(key.name(), other == null ? key.name() : other.name());
    }
  }

  @Test
  public void keysOfOneNameAreTheSame() {
    Map<String, String> texts = new HashMap<>();
    for (Step step : installed.steps()) {
      for (Key<?> key : step.keys()) {
        String text = key.defaultText() + key.range() + key.meaning() + key.option();
        assertEquals(key.name(), text, texts.getOrDefault(key.name(), text));
        texts.put(key.name(), text);
      }
    }
  }
}

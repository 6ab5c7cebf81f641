package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;

/**
 * Settings that the steps of a plan take over from those whose output they read, where these are no
 * part of the plan: a step alone, such as {@code gradus predict} after {@code gradus run
 * --test-fold 4}, holds out the students that the run has held out. What is set, by an option or in
 * a file, stays as it is.
 */
final class InheritedSettings {
  private final Plan plan;
  private final WorkFolder folder;
  private final Map<String, String> taken = new TreeMap<>();

  InheritedSettings(Plan plan, WorkFolder folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /**
   * Changes the settings.
   *
   * @return what has been taken over and is not the default, by name
   */
  Map<String, String> applyTo(Configuration configuration) throws IOException {
    for (Step reader : plan.steps()) {
      for (String dataset : plan.reads(reader)) {
        Step writer = plan.writer(dataset);
        if (!plan.steps().contains(writer)) {
          take(reader, writer, configuration);
        }
      }
    }
    return taken;
  }

  private void take(Step reader, Step writer, Configuration configuration) throws IOException {
    Optional<Manifest> manifest = folder.manifest(writer.name()).flatMap(Manifest::read);
    Map<String, Object> settings = manifest.map(Manifest::settings).orElse(Map.of());
    for (Key<?> key : reader.keys()) {
      Object value = settings.get(key.name());
      boolean open = configuration.getRaw(key.name()) == null && !key.isSecret();
      if (open && value != null && !value.equals(key.defaultText())) {
        configuration.set(key.name(), value.toString());
        taken.put(key.name(), value.toString());
      }
    }
  }
}

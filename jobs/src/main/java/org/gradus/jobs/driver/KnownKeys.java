package org.gradus.jobs.driver;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;

/** Every setting that the program knows, by name. Immutable. */
public final class KnownKeys {
  private static final String PREFIX = "gradus.";

  private final SortedMap<String, Key<?>> keys = new TreeMap<>();
  private final SortedMap<String, Key<?>> resources = new TreeMap<>();

  /** The keys of a run and of all steps and commands. */
  public KnownKeys(Collection<Step> steps, Collection<Command> commands) {
    RunKeys.all().forEach(this::add);
    steps.forEach(step -> step.keys().forEach(this::add));
    commands.forEach(command -> command.keys().forEach(this::add));
    for (Step step : steps) {
      new ResourceKeys(step.name()).all().forEach(key -> resources.put(key.name(), key));
    }
  }

  private void add(Key<?> key) {
    keys.putIfAbsent(key.name(), key);
  }

  /** All keys but the {@link ResourceKeys} of each step, in the order of their names. */
  public Collection<Key<?>> all() {
    return keys.values();
  }

  /**
   * Refuses settings whose name starts with {@code gradus.} and is not known, secrets in clear, and
   * values that their key does not allow, wherever they come from.
   *
   * @throws SettingsException at the first one
   */
  public void check(Configuration configuration) {
    SortedMap<String, Key<?>> known = new TreeMap<>(resources);
    known.putAll(keys);
    for (Map.Entry<String, String> setting : configuration) {
      String name = setting.getKey();
      if (name.startsWith(PREFIX) && !known.containsKey(name)) {
        throw new SettingsException(
            String.format(
                "Setting %s (%s) is not known%s",
                name, source(configuration, name), NearestName.question(name, known.keySet())));
      }
    }
    for (Key<?> key : known.values()) {
      if (configuration.getRaw(key.name()) != null) {
        key.refuseInClear(configuration, source(configuration, key.name()));
        key.get(configuration);
      }
    }
  }

  private static String source(Configuration configuration, String name) {
    String[] sources = configuration.getPropertySources(name);
    String last = sources == null ? "an unknown place" : sources[sources.length - 1];
    return last.startsWith("from ") ? last : "from " + last;
  }
}

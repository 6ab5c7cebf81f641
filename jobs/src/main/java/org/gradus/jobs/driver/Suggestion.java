package org.gradus.jobs.driver;

import org.apache.hadoop.conf.Configuration;

/** A value for one of Hadoop's properties that gives way to what anybody has said about it. */
final class Suggestion {
  private Suggestion() {}

  /**
   * Sets a property unless the user or a site file has.
   *
   * @param source who suggests it, for those who look at a job's settings
   */
  static void apply(Configuration configuration, String name, Object value, String source) {
    String[] sources = configuration.getPropertySources(name);
    boolean said =
        configuration.getRaw(name) != null
            && (sources == null || !sources[sources.length - 1].endsWith("-default.xml"));
    if (!said) {
      configuration.set(name, value.toString(), source);
    }
  }
}

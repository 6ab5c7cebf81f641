package org.gradus.io.pseudonym;

import org.apache.hadoop.conf.Configuration;

/** The name that a student of the logs has where ids may have been replaced. Immutable. */
public final class StudentName {
  private final Configuration configuration;
  private final String id;

  /** The student of an id in the logs. */
  public StudentName(Configuration configuration, String id) {
    this.configuration = configuration;
    this.id = id;
  }

  /**
   * The name under a key.
   *
   * @param keyName name of the key; empty where ids stay
   * @throws org.gradus.io.settings.SettingsException when the key is not there
   */
  public String under(String keyName) {
    if (keyName.isEmpty()) {
      return id;
    }
    Configuration named = new Configuration(configuration);
    Pseudonyms.KEY_NAME.set(named, keyName);
    return Pseudonyms.of(named).of(id);
  }
}

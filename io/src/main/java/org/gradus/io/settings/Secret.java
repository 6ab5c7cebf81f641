package org.gradus.io.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.security.Credentials;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * Where the value of a secret setting comes from: what the driver has handed to the task in the
 * job's credentials, then Hadoop's credential providers, then an environment variable. Never the
 * settings, which travel in clear through files, command lines and web pages.
 */
final class Secret {
  private static final String PROVIDERS = "hadoop.security.credential.provider.path";

  private final String name;
  private final UnaryOperator<String> environment;

  Secret(String name) {
    this(name, System::getenv);
  }

  Secret(String name, UnaryOperator<String> environment) {
    this.name = name;
    this.environment = environment;
  }

  /** The environment variable, such as {@code GRADUS_STORE_PASSWORD}. */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  /**
   * The value, if there is one that is not empty.
   *
   * @throws SettingsException when a credential provider cannot be read
   */
  Optional<String> find(Configuration configuration) {
    return handed()
        .or(() -> provided(configuration))
        .or(() -> Optional.ofNullable(environment.apply(variable(name))))
        .filter(value -> !value.isEmpty());
  }

  private Optional<String> handed() {
    try {
      Credentials credentials = UserGroupInformation.getCurrentUser().getCredentials();
      return Optional.ofNullable(credentials.getSecretKey(new Text(name)))
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw refusal("the user of this process", e);
    }
  }

  private Optional<String> provided(Configuration configuration) {
    try {
      return Optional.ofNullable(configuration.getPasswordFromCredentialProviders(name))
          .map(String::new);
    } catch (IOException e) {
      throw refusal(PROVIDERS + " '" + configuration.get(PROVIDERS) + "'", e);
    }
  }

  private SettingsException refusal(String place, IOException cause) {
    SettingsException refusal =
        new SettingsException(
            String.format(
                "Secret %s cannot be looked up with %s: %s.", name, place, cause.getMessage()));
    refusal.addSuppressed(cause);
    return refusal;
  }

  /** Gives the value, if there is one, to the tasks of a job, by way of its credentials. */
  void hand(Configuration configuration, Credentials credentials) {
    find(configuration)
        .ifPresent(
            value ->
                credentials.addSecretKey(new Text(name), value.getBytes(StandardCharsets.UTF_8)));
  }
}

package org.gradus.io.settings;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.Credentials;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SecretTest {
  private static final String NAME = "gradus.store-room.password";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Key<String> key = Key.secret(NAME, "Opens the store.");
  private final Configuration configuration = new Configuration(false);

  @Before
  public void nameAProvider() {
    configuration.set(
        "hadoop.security.credential.provider.path",
        "jceks://file" + folder.getRoot().getPath() + "/gradus.jceks");
  }

  private void store(String value) throws IOException {
    CredentialProvider provider = CredentialProviderFactory.getProviders(configuration).get(0);
    provider.createCredentialEntry(NAME, value.toCharArray());
    provider.flush();
  }

  @Test
  public void isReadFromACredentialProvider() throws IOException {
    assertFalse(key.isSet(configuration));
    assertEquals("", key.get(configuration));
    store("open sesame");
    assertTrue(key.isSet(configuration));
    assertEquals("open sesame", key.get(configuration));
  }

  @Test
  public void isReadFromItsEnvironmentVariableWhereNoProviderHasIt() throws IOException {
    Map<String, String> environment = Map.of("GRADUS_STORE_ROOM_PASSWORD", "hunter2");
    Secret secret = new Secret(NAME, environment::get);
    assertEquals(Optional.of("hunter2"), secret.find(configuration));
    store("open sesame");
    assertEquals(Optional.of("open sesame"), secret.find(configuration));
    assertEquals(Optional.empty(), new Secret("gradus.x", name -> "").find(configuration));
    assertTrue(key.range(), key.range().contains(" GRADUS_STORE_ROOM_PASSWORD"));
  }

  @Test
  public void isHandedToTheTasksOfAJob() throws IOException {
    Credentials credentials = new Credentials();
    key.handTo(credentials, configuration);
    assertEquals("nothing is handed over", 0, credentials.numberOfSecretKeys());
    store("öffne dich");
    key.handTo(credentials, configuration);
    UserGroupInformation task = UserGroupInformation.createRemoteUser("task");
    task.addCredentials(credentials);
    PrivilegedAction<String> read = () -> key.get(new Configuration(false));
    assertEquals("öffne dich", task.doAs(read));
  }

  @Test
  public void isNeverTakenFromTheConfigurationAndRefusedThere() {
    key.refuseInClear(configuration, "from nowhere");
    configuration.set(NAME, "hunter2");
    assertEquals("", key.get(configuration));
    SettingsException refusal =
        assertThrows(
            SettingsException.class, () -> key.refuseInClear(configuration, "from command line"));
    assertEquals(
        "Setting gradus.store-room.password (from command line) is a secret that others could"
            + " read there: store it with 'hadoop credential create gradus.store-room.password"
            + " -provider jceks://...' and name the provider in"
            + " hadoop.security.credential.provider.path, or use the environment variable"
            + " GRADUS_STORE_ROOM_PASSWORD.",
        refusal.getMessage());
  }

  @Test
  public void cannotBeSetOrHaveAnOption() {
    assertThrows(IllegalStateException.class, () -> key.set(configuration, "hunter2"));
    assertThrows(IllegalStateException.class, () -> key.withOption("--password"));
    Key<String> plain = Key.text("gradus.plain", "", "Whatever.").withOption("--plain");
    plain.set(configuration, "clear");
    plain.refuseInClear(configuration, "from a test");
    assertFalse(plain.isSecret());
  }

  @Test
  public void aProviderThatCannotBeReadIsNamed() throws IOException {
    Files.writeString(folder.getRoot().toPath().resolve("gradus.jceks"), "no key store");
    SettingsException refusal = assertThrows(SettingsException.class, () -> key.get(configuration));
    String start =
        "Secret gradus.store-room.password cannot be looked up with"
            + " hadoop.security.credential.provider.path 'jceks://file";
    assertTrue(refusal.getMessage(), refusal.getMessage().startsWith(start));
  }
}

package org.gradus.io.pseudonym;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.gradus.io.settings.SettingsException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PseudonymsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration settings = new Configuration();

  private void store(String key) throws IOException {
    settings.set(
        "hadoop.security.credential.provider.path",
        "localjceks://file" + folder.getRoot().getPath() + "/gradus.jceks");
    CredentialProvider provider = CredentialProviderFactory.getProviders(settings).get(0);
    provider.createCredentialEntry(Pseudonyms.KEY.name(), key.toCharArray());
    provider.flush();
  }

  @Test
  public void withoutAKeyStudentsKeepTheirIds() {
    assertFalse(Pseudonyms.of(settings).areUsed());
    assertEquals("ann", Pseudonyms.of(settings).of("ann"));
  }

  /** Expected: {@code printf 'Zoë' | openssl dgst -sha256 -hmac 'a key of pseudonyms'}. */
  @Test
  public void aPseudonymIsTheBeginningOfTheHmac() throws IOException {
    store("a key of pseudonyms");
    Pseudonyms.KEY_NAME.set(settings, "2026-11");
    assertTrue(Pseudonyms.of(settings).areUsed());
    assertEquals("1dd04591bd00a2ab8d4c3d43d18f710c", Pseudonyms.of(settings).of("Zo\u00eb"));
  }

  private String refusal() {
    return assertThrows(SettingsException.class, () -> Pseudonyms.of(settings)).getMessage();
  }

  @Test
  public void aNameWithoutAKeyOrAKeyWithoutANameIsRefused() throws IOException {
    Pseudonyms.KEY_NAME.set(settings, "2026-11");
    assertTrue(refusal(), refusal().contains("gradus.sort.pseudonym-key is not set"));
    store("too short");
    assertTrue(refusal(), refusal().contains("has fewer than 16 characters"));
    settings.unset(Pseudonyms.KEY_NAME.name());
    assertTrue(refusal(), refusal().contains("has no name, so ids would stay"));
    assertFalse(refusal(), refusal().contains("too short"));
  }
}

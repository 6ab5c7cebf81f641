package org.gradus.io.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;

/**
 * Names for students that say nothing about them: the first 128 bits of HMAC-SHA-256 (RFC 2104) of
 * the id in UTF-8, as 32 hexadecimal digits. One student has one name under one key; who has not
 * the key can neither find the id nor try ids out. Not for use by several threads.
 */
public final class Pseudonyms {
  /** The key of the hash. */
  public static final Key<String> KEY =
      Key.secret(
          "gradus.sort.pseudonym-key",
          "Key of the pseudonyms that replace students' ids (HMAC-SHA-256), at least 16"
              + " characters; needs gradus.sort.pseudonym-key-name.");

  /** What the key is called: a name, which may be seen, for a key, which may not. */
  public static final Key<String> KEY_NAME =
      Key.text(
              "gradus.sort.pseudonym-key-name",
              "",
              "Name of the key of pseudonyms, such as 2026-11, to be changed whenever the key is;"
                  + " manifests have it. Empty: students keep their ids.")
          .withOption("--pseudonyms");

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final int SHORTEST_KEY = 16;

  private final Mac mac;

  private Pseudonyms(Mac mac) {
    this.mac = mac;
  }

  /** The settings. */
  public static List<Key<?>> keys() {
    return List.of(KEY, KEY_NAME);
  }

  /**
   * The pseudonyms under the settings' key, or students' own ids when no key is named.
   *
   * @throws SettingsException when there is a name without a key, a key without a name, or a key
   *     that is too short
   */
  public static Pseudonyms of(Configuration configuration) {
    String key = KEY.get(configuration);
    boolean named = KEY_NAME.isSet(configuration);
    if (!named && key.isEmpty()) {
      return new Pseudonyms(null);
    }
    if (!named || key.length() < SHORTEST_KEY) {
      throw new SettingsException(refusal(named, key));
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return new Pseudonyms(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static String refusal(boolean named, String key) {
    if (!named) {
      return "There is a key of pseudonyms ("
          + KEY.name()
          + ") but it has no name, so ids would stay as they are: set "
          + KEY_NAME.name()
          + ", or remove the key.";
    }
    return "Students are to have pseudonyms ("
        + KEY_NAME.name()
        + " is set) but "
        + KEY.name()
        + (key.isEmpty() ? " is not set" : " has fewer than " + SHORTEST_KEY + " characters")
        + ": store one with 'hadoop credential create "
        + KEY.name()
        + "', or in the environment.";
  }

  /** Whether ids are replaced. */
  public boolean areUsed() {
    return mac != null;
  }

  /** The name of a student to write. */
  public String of(String student) {
    if (mac == null) {
      return student;
    }
    byte[] hash = mac.doFinal(student.getBytes(StandardCharsets.UTF_8));
    return StringUtils.byteToHexString(Arrays.copyOf(hash, BYTES));
  }
}

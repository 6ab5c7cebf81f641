package org.gradus.jobs.driver;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.hadoop.util.StringUtils;

/** SHA-256 of a text, as 64 hexadecimal digits. */
public final class Digest {
  private Digest() {}

  /** The digest of a text in UTF-8. */
  public static String of(String text) {
    return StringUtils.byteToHexString(bytes(text));
  }

  /** The same as a number, at least 0. */
  static BigInteger number(String text) {
    return new BigInteger(1, bytes(text));
  }

  private static byte[] bytes(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

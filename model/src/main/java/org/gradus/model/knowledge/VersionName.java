package org.gradus.model.knowledge;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a published version, such as {@code v000012-3f2a9c01b7de}: a number that rises by one
 * with each version of a store, and the first 12 hexadecimal digits of the digest of the model's
 * content. Names sort as their numbers do, as long as these have no more than six digits.
 * Immutable.
 */
public final class VersionName implements Comparable<VersionName> {
  private static final Pattern FORM = Pattern.compile("v(\\d{6,18})-([0-9a-f]{12})");
  private static final int DIGITS = 12;

  private final String text;
  private final long number;

  private VersionName(String text, long number) {
    this.text = text;
    this.number = number;
  }

  /**
   * The name of a version.
   *
   * @param number from 1
   * @param content digest of the model's content, at least 12 hexadecimal digits
   */
  public static VersionName of(long number, String content) {
    return parse(String.format(Locale.ROOT, "v%06d-%s", number, content.substring(0, DIGITS)));
  }

  /**
   * The name that a text is; it can safely be used as the name of a folder.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static VersionName parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not the name of a version, such as v000012-3f2a9c01b7de");
    }
    return new VersionName(text, Long.parseLong(parts.group(1)));
  }

  /** The number of the version in its store, from 1. */
  public long number() {
    return number;
  }

  @Override
  public int compareTo(VersionName other) {
    int byNumber = Long.compare(number, other.number);
    return byNumber != 0 ? byNumber : text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionName && text.equals(((VersionName) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

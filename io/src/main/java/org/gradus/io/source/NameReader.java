package org.gradus.io.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads names (students, exercises, items ...) from bytes. A table of fixed size holds the name
 * last met at each hash, so that names that come again and again are not created again and again.
 */
final class NameReader {
  private static final int LONGEST = 4000;

  private final String[] known;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private Rejection rejection;

  /**
   * Creates a reader.
   *
   * @param tableSize number of names remembered, a power of two
   */
  NameReader(int tableSize) {
    known = new String[tableSize];
  }

  /** Why {@link #read} gave null. */
  Rejection rejection() {
    return rejection;
  }

  /** The name, possibly empty; null when it cannot be used. */
  String read(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return refuse(Rejection.TOO_LONG);
    }
    int hash = 0;
    int signs = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i];
      signs |= b;
      hash = 31 * hash + b;
      if ((b < ' ' && b >= 0) || b == 0x7f) {
        return refuse(Rejection.CONTROL_CHARACTER);
      }
    }
    int place = (hash ^ (hash >>> 15)) & (known.length - 1);
    return signs < 0 ? decode(bytes, from, to) : ascii(bytes, from, to, place);
  }

  private String refuse(Rejection reason) {
    rejection = reason;
    return null;
  }

  private String ascii(byte[] bytes, int from, int to, int place) {
    String name = known[place];
    if (name == null || !equal(name, bytes, from, to)) {
      name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      known[place] = name;
    }
    return name;
  }

  private static boolean equal(String name, byte[] bytes, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  private String decode(byte[] bytes, int from, int to) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      return refuse(Rejection.NOT_UTF8);
    }
  }
}

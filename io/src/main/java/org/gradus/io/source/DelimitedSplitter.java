package org.gradus.io.source;

/**
 * Splits at a one-byte delimiter. With quotes on, a field that begins with a double quote ends at
 * the next single one, and a doubled one inside stands for itself (RFC 4180); a line with such a
 * field is copied, any other is not. One line is one row, so a quoted line break is refused.
 */
final class DelimitedSplitter implements Splitter {
  private static final byte QUOTE = '"';

  private final byte delimiter;
  private final boolean quotes;
  private byte[] unquoted = new byte[1024];
  private int length;

  DelimitedSplitter(byte delimiter, boolean quotes) {
    this.delimiter = delimiter;
    this.quotes = quotes;
  }

  @Override
  public Rejection split(byte[] line, int from, int to, Fields fields) {
    fields.reset(line);
    int begin = from;
    for (int i = from; i < to; i++) {
      byte b = line[i];
      if (b == delimiter) {
        fields.add(begin, i);
        begin = i + 1;
      } else if (b == QUOTE && i == begin && quotes) {
        return splitQuoted(line, from, to, fields);
      }
    }
    fields.add(begin, to);
    return null;
  }

  private Rejection splitQuoted(byte[] line, int from, int to, Fields fields) {
    if (unquoted.length < to - from) {
      unquoted = new byte[2 * (to - from)];
    }
    fields.reset(unquoted);
    length = 0;
    for (int at = from; at <= to; at++) {
      int begin = length;
      at = at < to && line[at] == QUOTE ? copyQuoted(line, at + 1, to) : copyPlain(line, at, to);
      if (at < 0 || (at < to && line[at] != delimiter)) {
        return Rejection.UNTERMINATED_QUOTE;
      }
      fields.add(begin, length);
    }
    return null;
  }

  private int copyPlain(byte[] line, int from, int to) {
    int at = from;
    while (at < to && line[at] != delimiter) {
      unquoted[length++] = line[at++];
    }
    return at;
  }

  /** Copies up to the closing quote and returns the place behind it, or -1 when there is none. */
  private int copyQuoted(byte[] line, int from, int to) {
    for (int at = from; at < to; at++) {
      if (line[at] == QUOTE) {
        if (at + 1 == to || line[at + 1] != QUOTE) {
          return at + 1;
        }
        at++;
      }
      unquoted[length++] = line[at];
    }
    return -1;
  }
}

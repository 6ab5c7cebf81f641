package org.gradus.io.source;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes names out of the fields of a line: of one column, or of several joined by {@code ' :: '}.
 */
final class NameColumns {
  private static final byte[] JOINER = {' ', ':', ':', ' '};

  private final Fields fields;
  private final List<byte[]> missing = new ArrayList<>();

  /**
   * Takes names out of these fields.
   *
   * @param missing words that mean that there is no name
   */
  NameColumns(Fields fields, List<String> missing) {
    this.fields = fields;
    for (String word : missing) {
      this.missing.add(Schema.bytes(word));
    }
  }

  /** The name, empty when there is none; null when it cannot be used, as the reader tells. */
  String read(NameReader reader, int[] columns) {
    if (columns.length == 0 || allMissing(columns)) {
      return "";
    }
    int column = columns[0];
    return columns.length == 1
        ? reader.read(fields.bytes(column), fields.from(column), fields.to(column))
        : joined(reader, columns);
  }

  private boolean allMissing(int[] columns) {
    for (int column : columns) {
      if (!isMissing(column)) {
        return false;
      }
    }
    return true;
  }

  private boolean isMissing(int column) {
    for (int i = 0; i < missing.size(); i++) {
      if (fields.is(column, missing.get(i))) {
        return true;
      }
    }
    return fields.isEmpty(column);
  }

  private String joined(NameReader reader, int[] columns) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int i = 0; i < columns.length; i++) {
      joined.write(JOINER, 0, i == 0 ? 0 : JOINER.length);
      int from = fields.from(columns[i]);
      joined.write(fields.bytes(columns[i]), from, fields.to(columns[i]) - from);
    }
    return reader.read(joined.toByteArray(), 0, joined.size());
  }
}

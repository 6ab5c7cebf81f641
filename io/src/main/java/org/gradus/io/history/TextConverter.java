package org.gradus.io.history;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/**
 * Receives a text column. Each entry of a dictionary is decoded once, so that equal texts of a row
 * group are one {@code String}.
 */
final class TextConverter extends PrimitiveConverter {
  private String[] dictionary = {};
  private String value = "";

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary source) {
    dictionary = new String[source.getMaxId() + 1];
    for (int id = 0; id < dictionary.length; id++) {
      dictionary[id] = source.decodeToBinary(id).toStringUsingUTF8();
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    value = dictionary[id];
  }

  @Override
  public void addBinary(Binary bytes) {
    value = bytes.toStringUsingUTF8();
  }

  String value() {
    return value;
  }

  void clear() {
    value = "";
  }
}

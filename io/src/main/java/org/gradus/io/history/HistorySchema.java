package org.gradus.io.history;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;
import org.gradus.io.settings.DataException;

/** The Parquet record type of a student history, and how a file's own type is matched to it. */
public final class HistorySchema {
  /** What is written. */
  public static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          String.join(
              "\n",
              "message student_history {",
              "  required binary student (STRING);",
              "  required group attempts (LIST) {",
              "    repeated group list {",
              "      required group element {",
              "        required binary exercise (STRING);",
              "        optional binary item (STRING);",
              "        optional binary problem_type (STRING);",
              "        required boolean correct;",
              "        optional int64 epoch_millis;",
              "        required int64 order;",
              "        optional float seconds_taken;",
              "        optional int32 hints;",
              "        optional int32 answers;",
              "        optional binary fold (STRING);",
              "        optional boolean repeat;",
              "      }",
              "    }",
              "  }",
              "}"));

  private static final List<String> NEEDED_OF_ATTEMPT = List.of("exercise", "correct");

  private HistorySchema() {}

  /**
   * The part of a file's record type that is read: every column known here that the file has. A
   * file with fewer or with more columns is read; what it lacks is absent in the attempts.
   *
   * @throws DataException when a column is missing that no attempt can do without, or when one has
   *     another type
   */
  static MessageType readable(MessageType file) {
    if (!file.containsField("student") || !file.containsField("attempts")) {
      throw notHistories("it has no columns 'student' and 'attempts'", file);
    }
    GroupType list = onlyGroup(group(file.getType("attempts"), file), file);
    GroupType element = onlyGroup(list, file);
    for (String name : NEEDED_OF_ATTEMPT) {
      if (!element.containsField(name)) {
        throw notHistories("its attempts have no column '" + name + "'", file);
      }
    }
    List<Type> columns = new ArrayList<>();
    for (Type known : attemptType().getFields()) {
      if (element.containsField(known.getName())) {
        columns.add(sameType(known, element.getType(known.getName()), file));
      }
    }
    Type student = sameType(SCHEMA.getType("student"), file.getType("student"), file);
    GroupType attempts = group(file.getType("attempts"), file);
    return new MessageType(
        file.getName(),
        student,
        attempts.withNewFields(list.withNewFields(element.withNewFields(columns))));
  }

  /** The struct of one attempt. */
  static GroupType attemptType() {
    return SCHEMA
        .getType("attempts")
        .asGroupType()
        .getType("list")
        .asGroupType()
        .getType("element")
        .asGroupType();
  }

  private static GroupType onlyGroup(GroupType parent, MessageType file) {
    if (parent.getFieldCount() != 1) {
      throw notHistories("'" + parent.getName() + "' is not a list of structs", file);
    }
    return group(parent.getType(0), file);
  }

  private static GroupType group(Type type, MessageType file) {
    if (type.isPrimitive()) {
      throw notHistories("'" + type.getName() + "' is not a list of structs", file);
    }
    return type.asGroupType();
  }

  private static Type sameType(Type known, Type found, MessageType file) {
    if (!found.isPrimitive()
        || found.asPrimitiveType().getPrimitiveTypeName()
            != known.asPrimitiveType().getPrimitiveTypeName()) {
      throw notHistories("its column is '" + found + "' instead of '" + known + "'", file);
    }
    return found;
  }

  private static DataException notHistories(String reason, MessageType file) {
    return new DataException(
        "A Parquet file was to be read as student histories but "
            + reason
            + " (record type '"
            + file.getName()
            + "'); give the 'histories' folder that the step sort wrote.");
  }
}

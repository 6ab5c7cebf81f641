package org.gradus.io.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes {@link TrainingRow}s; the columns of the features are named in the configuration. */
public final class TrainingRowWriteSupport extends WriteSupport<TrainingRow> {
  private static final String FEATURES = "gradus.internal.training-columns";
  private static final List<String> FIRST =
      List.of("student", "exercise", "opportunity", "held_out", "correct");

  private MessageType schema;
  private RecordConsumer out;

  /** Names the columns of the features, in order. */
  public static void setFeatures(Configuration configuration, List<String> features) {
    configuration.setStrings(FEATURES, features.toArray(new String[0]));
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in Parquet, so there is no other way
  public WriteContext init(Configuration configuration) {
    schema = schema(configuration.getStrings(FEATURES, new String[0]));
    return new WriteContext(schema, Map.of());
  }

  /** Names of the columns of the features of a file. */
  static List<String> features(GroupType file) {
    return file.getFields().stream()
        .map(Type::getName)
        .filter(name -> !FIRST.contains(name))
        .collect(Collectors.toList());
  }

  private static MessageType schema(String[] features) {
    Types.GroupBuilder<MessageType> message =
        Types.buildMessage()
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(FIRST.get(0))
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(FIRST.get(1))
            .required(PrimitiveTypeName.INT32)
            .named(FIRST.get(2))
            .required(PrimitiveTypeName.BOOLEAN)
            .named(FIRST.get(3))
            .required(PrimitiveTypeName.BOOLEAN)
            .named(FIRST.get(4));
    for (String feature : features) {
      message = message.required(PrimitiveTypeName.FLOAT).named(feature);
    }
    return message.named("training_row");
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    out = recordConsumer;
  }

  @Override
  public void write(TrainingRow row) {
    out.startMessage();
    text(0, row.student());
    text(1, row.exercise());
    out.startField(FIRST.get(2), 2);
    out.addInteger(row.opportunity());
    out.endField(FIRST.get(2), 2);
    flag(3, row.heldOut());
    flag(4, row.correct());
    for (int i = 0; i < row.features().length; i++) {
      int column = FIRST.size() + i;
      String name = schema.getFieldName(column);
      out.startField(name, column);
      out.addFloat(row.features()[i]);
      out.endField(name, column);
    }
    out.endMessage();
  }

  private void text(int column, String value) {
    out.startField(FIRST.get(column), column);
    out.addBinary(Binary.fromString(value));
    out.endField(FIRST.get(column), column);
  }

  private void flag(int column, boolean value) {
    out.startField(FIRST.get(column), column);
    out.addBoolean(value);
    out.endField(FIRST.get(column), column);
  }
}

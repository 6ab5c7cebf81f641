package org.gradus.io.prediction;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.gradus.model.knowledge.RankedExercise;

/** Writes {@link StudentPrediction}s. */
final class PredictionWriteSupport extends WriteSupport<StudentPrediction> {
  private static final String LIST =
      " (LIST) { repeated group list { required group element {"
          + " required binary exercise (STRING); required double probability; } } }";
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message student_prediction { required binary student (STRING); required int32 attempts;"
              + " required binary state; required group recommended"
              + LIST
              + " required group challenges"
              + LIST
              + " }");

  private RecordConsumer out;

  @Override
  @SuppressWarnings("deprecation") // abstract in Parquet, so there is no other way
  public WriteContext init(Configuration configuration) {
    return new WriteContext(SCHEMA, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    out = recordConsumer;
  }

  @Override
  public void write(StudentPrediction prediction) {
    out.startMessage();
    binary("student", 0, Binary.fromString(prediction.student()));
    out.startField("attempts", 1);
    out.addInteger(prediction.attempts());
    out.endField("attempts", 1);
    binary("state", 2, Binary.fromConstantByteArray(prediction.state()));
    list("recommended", 3, prediction.recommended());
    list("challenges", 4, prediction.challenges());
    out.endMessage();
  }

  private void binary(String name, int field, Binary value) {
    out.startField(name, field);
    out.addBinary(value);
    out.endField(name, field);
  }

  private void list(String name, int field, List<RankedExercise> exercises) {
    out.startField(name, field);
    out.startGroup();
    if (!exercises.isEmpty()) {
      out.startField("list", 0);
      exercises.forEach(this::element);
      out.endField("list", 0);
    }
    out.endGroup();
    out.endField(name, field);
  }

  private void element(RankedExercise exercise) {
    out.startGroup();
    out.startField("element", 0);
    out.startGroup();
    binary("exercise", 0, Binary.fromString(exercise.exercise()));
    out.startField("probability", 1);
    out.addDouble(exercise.probability());
    out.endField("probability", 1);
    out.endGroup();
    out.endField("element", 0);
    out.endGroup();
  }
}

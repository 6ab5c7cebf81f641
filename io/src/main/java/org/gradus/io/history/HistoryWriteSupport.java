package org.gradus.io.history;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;

/** Writes {@link StudentHistory} as records of {@link HistorySchema#SCHEMA}. */
public final class HistoryWriteSupport extends WriteSupport<StudentHistory> {
  private static final int MOST_CACHED_TEXTS = 10_000;
  private static final GroupType ATTEMPT = HistorySchema.attemptType();
  private static final int EXERCISE = ATTEMPT.getFieldIndex("exercise");
  private static final int ITEM = ATTEMPT.getFieldIndex("item");
  private static final int PROBLEM_TYPE = ATTEMPT.getFieldIndex("problem_type");
  private static final int CORRECT = ATTEMPT.getFieldIndex("correct");
  private static final int EPOCH_MILLIS = ATTEMPT.getFieldIndex("epoch_millis");
  private static final int ORDER = ATTEMPT.getFieldIndex("order");
  private static final int SECONDS_TAKEN = ATTEMPT.getFieldIndex("seconds_taken");
  private static final int HINTS = ATTEMPT.getFieldIndex("hints");
  private static final int ANSWERS = ATTEMPT.getFieldIndex("answers");
  private static final int FOLD = ATTEMPT.getFieldIndex("fold");
  private static final int REPEAT = ATTEMPT.getFieldIndex("repeat");

  private final Map<String, Binary> encoded = new HashMap<>();
  private RecordConsumer out;

  @Override
  @SuppressWarnings("deprecation") // abstract in Parquet, so there is no other way
  public WriteContext init(Configuration configuration) {
    return new WriteContext(HistorySchema.SCHEMA, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    out = recordConsumer;
  }

  @Override
  public void write(StudentHistory history) {
    out.startMessage();
    out.startField("student", 0);
    out.addBinary(Binary.fromString(history.student()));
    out.endField("student", 0);
    out.startField("attempts", 1);
    out.startGroup();
    out.startField("list", 0);
    for (Attempt attempt : history.attempts()) {
      out.startGroup();
      out.startField("element", 0);
      out.startGroup();
      write(attempt);
      out.endGroup();
      out.endField("element", 0);
      out.endGroup();
    }
    out.endField("list", 0);
    out.endGroup();
    out.endField("attempts", 1);
    out.endMessage();
  }

  private void write(Attempt attempt) {
    text(EXERCISE, attempt.exercise());
    text(ITEM, attempt.item());
    text(PROBLEM_TYPE, attempt.problemType());
    start(CORRECT);
    out.addBoolean(attempt.correct());
    end(CORRECT);
    if (attempt.epochMillis() != Attempt.UNKNOWN_TIME) {
      whole(EPOCH_MILLIS, attempt.epochMillis());
    }
    whole(ORDER, attempt.order());
    if (!Float.isNaN(attempt.secondsTaken())) {
      start(SECONDS_TAKEN);
      out.addFloat(attempt.secondsTaken());
      end(SECONDS_TAKEN);
    }
    count(HINTS, attempt.hints());
    count(ANSWERS, attempt.answers());
    text(FOLD, attempt.fold());
    if (attempt.repeat()) {
      start(REPEAT);
      out.addBoolean(true);
      end(REPEAT);
    }
  }

  private void text(int column, String value) {
    if (!value.isEmpty()) {
      start(column);
      out.addBinary(encode(value));
      end(column);
    }
  }

  private void whole(int column, long value) {
    start(column);
    out.addLong(value);
    end(column);
  }

  private void count(int column, int value) {
    if (value != Attempt.UNKNOWN_COUNT) {
      start(column);
      out.addInteger(value);
      end(column);
    }
  }

  private void start(int column) {
    out.startField(ATTEMPT.getFieldName(column), column);
  }

  private void end(int column) {
    out.endField(ATTEMPT.getFieldName(column), column);
  }

  private Binary encode(String value) {
    Binary known = encoded.get(value);
    if (known != null) {
      return known;
    }
    Binary fresh = Binary.fromString(value);
    if (encoded.size() < MOST_CACHED_TEXTS) {
      encoded.put(value, fresh);
    }
    return fresh;
  }
}

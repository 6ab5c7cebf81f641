package org.gradus.io.history;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.gradus.io.settings.DataException;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;

/** Puts the columns of one record together into a {@link StudentHistory}. */
final class HistoryMaterializer extends RecordMaterializer<StudentHistory> {
  private final List<Attempt> attempts = new ArrayList<>();
  private final TextConverter student = new TextConverter();
  private final GroupConverter root;

  HistoryMaterializer(MessageType schema) {
    AttemptConverter attempt =
        new AttemptConverter(
            schema
                .getType("attempts")
                .asGroupType()
                .getType(0)
                .asGroupType()
                .getType(0)
                .asGroupType(),
            attempts);
    Converter list = new Wrapper(new Wrapper(attempt));
    root = new Root(student, list, attempts);
  }

  @Override
  public StudentHistory getCurrentRecord() {
    String name = student.value();
    if (name.isEmpty() || attempts.isEmpty()) {
      throw new DataException(
          "A student history was to be read but student '"
              + name
              + "' has "
              + attempts.size()
              + " attempts; a history needs an id and at least one attempt.");
    }
    return new StudentHistory(name, attempts);
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  /** The record: the student's id, then the list. */
  private static final class Root extends GroupConverter {
    private final TextConverter student;
    private final Converter list;
    private final List<Attempt> attempts;

    Root(TextConverter student, Converter list, List<Attempt> attempts) {
      this.student = student;
      this.list = list;
      this.attempts = attempts;
    }

    @Override
    public Converter getConverter(int field) {
      return field == 0 ? student : list;
    }

    @Override
    public void start() {
      student.clear();
      attempts.clear();
    }

    @Override
    public void end() {}
  }

  /** One of the two outer levels of a Parquet list: a group around one other. */
  private static final class Wrapper extends GroupConverter {
    private final Converter inner;

    Wrapper(Converter inner) {
      this.inner = inner;
    }

    @Override
    public Converter getConverter(int field) {
      return inner;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}

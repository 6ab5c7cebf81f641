package org.gradus.io.source;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * Turns the lines of one file into attempts. After {@link #parse} the result is either {@link
 * #student} and {@link #attempt}, or {@link #rejection} and {@link #detail}. Keeps buffers: for one
 * thread.
 */
public final class LineParser {
  private static final byte[] JOINER = {' ', ':', ':', ' '};

  private final Layout layout;
  private final Fields fields;
  private final NameReader students = new NameReader(1 << 16);
  private final NameReader exercises = new NameReader(1 << 12);
  private final NameReader items = new NameReader(1 << 14);
  private final NameReader others = new NameReader(1 << 8);
  private final CorrectReader correctness;
  private final TimeReader times;
  private final double unitsPerSecond;
  private final boolean skipsEmptyExercise;
  private final List<byte[]> missingNames;

  private String student;
  private Attempt attempt;
  private Rejection rejection;
  private String detail;
  private String exercise;
  private String item;
  private String problemType;
  private String fold;
  private boolean correct;
  private long epochMillis;
  private long order;

  LineParser(Layout layout) {
    this.layout = layout;
    SourceSettings settings = layout.settings;
    fields = new Fields(Math.max(1, layout.columns));
    correctness = settings.correctReader();
    times = settings.timeReader();
    unitsPerSecond = settings.unitsPerSecond();
    skipsEmptyExercise = settings.skipsEmptyExercise();
    missingNames = new ArrayList<>();
    for (String word : settings.list("missing", "")) {
      missingNames.add(Schema.bytes(word));
    }
  }

  /** Whether the first line of the file names the columns, and so is no record. */
  public boolean hasHeader() {
    return layout.hasHeader;
  }

  /**
   * Parses one line.
   *
   * @param line bytes that hold the line, without its end
   * @return whether it is an attempt
   */
  public boolean parse(byte[] line, int from, int to) {
    rejection = layout.splitter.split(line, from, to, fields);
    detail = "";
    return rejection == null
        && countsFields()
        && wanted()
        && readNames()
        && readCorrect()
        && readWhen()
        && build();
  }

  /** Id of the student of the last line. */
  public String student() {
    return student;
  }

  /** The attempt of the last line. */
  public Attempt attempt() {
    return attempt;
  }

  /** Why the last line is no attempt, or null when it is one. */
  public Rejection rejection() {
    return rejection;
  }

  /** The offending value of the last line, empty when it is an attempt. */
  public String detail() {
    return detail;
  }

  private boolean refuse(Rejection reason, String value) {
    rejection = reason;
    detail = value;
    return false;
  }

  private boolean countsFields() {
    int count = fields.count();
    if (count < layout.fewestFields) {
      return refuse(Rejection.TOO_FEW_FIELDS, count + " fields of " + layout.fewestFields);
    }
    return count <= layout.columns
        || refuse(Rejection.TOO_MANY_FIELDS, count + " fields of " + layout.columns);
  }

  private boolean wanted() {
    for (int i = 0; i < layout.filters.size(); i++) {
      RowFilter filter = layout.filters.get(i);
      if (!filter.wants(fields)) {
        return refuse(Rejection.FILTERED, fields.text(filter.column()));
      }
    }
    return true;
  }

  private boolean readNames() {
    student = name(students, layout.student);
    exercise = name(exercises, layout.exercise);
    item = name(items, layout.item);
    problemType = name(others, layout.problemType);
    fold = name(others, layout.fold);
    if (rejection != null) {
      return false;
    }
    if (student.isEmpty()) {
      return refuse(Rejection.EMPTY_STUDENT, "");
    }
    return !exercise.isEmpty()
        || refuse(skipsEmptyExercise ? Rejection.NO_EXERCISE : Rejection.EMPTY_EXERCISE, "");
  }

  private boolean readCorrect() {
    int column = layout.correct;
    int read = correctness.read(fields.bytes(), fields.from(column), fields.to(column));
    correct = read == CorrectReader.CORRECT;
    return read != CorrectReader.NEITHER || refuse(Rejection.BAD_CORRECT, fields.text(column));
  }

  private boolean readWhen() {
    boolean hasTime = has(layout.time);
    boolean hasOrder = has(layout.order);
    if (!hasTime && !hasOrder) {
      return refuse(Rejection.NEITHER_TIME_NOR_ORDER, "");
    }
    epochMillis =
        hasTime
            ? times.millis(fields.bytes(), fields.from(layout.time), fields.to(layout.time))
            : Attempt.UNKNOWN_TIME;
    if (hasTime && epochMillis == TimeReader.NOT_A_TIME) {
      return refuse(Rejection.BAD_TIME, fields.text(layout.time));
    }
    order = hasOrder ? whole(layout.order) : 0;
    return order != NumberReader.NOT_WHOLE
        || refuse(Rejection.BAD_ORDER, fields.text(layout.order));
  }

  private boolean has(int column) {
    return column >= 0 && !NumberReader.isMissing(fields, column);
  }

  private long whole(int column) {
    return NumberReader.whole(fields.bytes(), fields.from(column), fields.to(column));
  }

  private boolean build() {
    Attempt.Builder builder = Attempt.on(exercise).item(item).problemType(problemType).fold(fold);
    builder.correct(correct).epochMillis(epochMillis).order(order).secondsTaken(secondsTaken());
    builder.hints(count(layout.hints)).answers(count(layout.answers));
    attempt = builder.build();
    return rejection == null;
  }

  private String name(NameReader reader, int[] columns) {
    if (columns.length == 0 || allMissing(columns)) {
      return "";
    }
    int column = columns[0];
    String name =
        columns.length == 1
            ? reader.read(fields.bytes(), fields.from(column), fields.to(column))
            : joined(reader, columns);
    if (name == null) {
      refuse(reader.rejection(), fields.text(column));
    }
    return name;
  }

  private boolean allMissing(int[] columns) {
    for (int column : columns) {
      if (!isMissingName(column)) {
        return false;
      }
    }
    return true;
  }

  private boolean isMissingName(int column) {
    for (int i = 0; i < missingNames.size(); i++) {
      if (fields.is(column, missingNames.get(i))) {
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
      joined.write(fields.bytes(), from, fields.to(columns[i]) - from);
    }
    return reader.read(joined.toByteArray(), 0, joined.size());
  }

  /** Seconds taken; unknown when negative, which clocks set back while a problem is open give. */
  private float secondsTaken() {
    int column = layout.secondsTaken;
    if (!has(column)) {
      return Float.NaN;
    }
    double units = NumberReader.decimal(fields.bytes(), fields.from(column), fields.to(column));
    if (Double.isNaN(units)) {
      refuse(Rejection.BAD_NUMBER, fields.text(column));
    }
    return units < 0 ? Float.NaN : (float) (units / unitsPerSecond);
  }

  private int count(int column) {
    if (!has(column)) {
      return Attempt.UNKNOWN_COUNT;
    }
    long count = whole(column);
    if (count < 0 || count > Integer.MAX_VALUE) {
      refuse(Rejection.BAD_NUMBER, fields.text(column));
    }
    return (int) count;
  }
}

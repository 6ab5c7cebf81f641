package org.gradus.io.source;

import org.gradus.model.attempt.Attempt;

/**
 * Turns the lines of one file into attempts. After {@link #parse} the result is either {@link
 * #student} and {@link #attempt}, or {@link #rejection} and {@link #detail}. Keeps buffers: for one
 * thread.
 */
public final class LineParser {
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
  private final NameColumns names;

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
    fields = new Fields(layout.columns, layout.added.size());
    correctness = settings.correctReader();
    times = settings.timeReader();
    unitsPerSecond = settings.unitsPerSecond();
    skipsEmptyExercise = settings.skipsEmptyExercise();
    names = new NameColumns(fields, settings.list("missing", ""));
  }

  /**
   * Says which file the next lines come from, when one parser serves several that begin alike.
   *
   * @param file its path
   */
  public void beginFile(String file) {
    layout.added.beginFile(file, fields);
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
        && joins()
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

  private boolean joins() {
    return layout.added.join(fields)
        || refuse(Rejection.NOT_IN_TABLE, layout.added.keyText(fields));
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
    int read =
        layout.rightAnswer < 0
            ? correctness.read(fields.bytes(column), fields.from(column), fields.to(column))
            : correctness.compare(fields, column, layout.rightAnswer);
    correct = read == CorrectReader.CORRECT;
    return read != CorrectReader.NEITHER || refuse(Rejection.BAD_CORRECT, fields.text(column));
  }

  private boolean readWhen() {
    boolean hasTime = has(layout.time);
    boolean hasOrder = has(layout.order);
    if (!hasTime && !hasOrder) {
      return refuse(Rejection.NEITHER_TIME_NOR_ORDER, "");
    }
    int column = layout.time;
    epochMillis =
        hasTime
            ? times.millis(fields.bytes(column), fields.from(column), fields.to(column))
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
    return NumberReader.whole(fields.bytes(column), fields.from(column), fields.to(column));
  }

  private boolean build() {
    Attempt.Builder builder = Attempt.on(exercise).item(item).problemType(problemType).fold(fold);
    builder.correct(correct).epochMillis(epochMillis).order(order).secondsTaken(secondsTaken());
    builder.hints(count(layout.hints)).answers(count(layout.answers));
    attempt = builder.build();
    return rejection == null;
  }

  private String name(NameReader reader, int[] columns) {
    String name = names.read(reader, columns);
    if (name == null) {
      refuse(reader.rejection(), fields.text(columns[0]));
    }
    return name;
  }

  /** Seconds taken; unknown when negative, which clocks set back while a problem is open give. */
  private float secondsTaken() {
    int column = layout.secondsTaken;
    if (!has(column)) {
      return Float.NaN;
    }
    double units =
        NumberReader.decimal(fields.bytes(column), fields.from(column), fields.to(column));
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

package org.gradus.io.source;

import java.util.ArrayList;
import java.util.List;
import org.gradus.io.settings.DataException;

/**
 * Where the columns of a source are in one file, and how its lines are split. Places are indexes of
 * fields, empty or -1 for a column that the file does not have.
 */
final class Layout {
  /** All settings that name a column. */
  static final List<String> ROLES =
      List.of(
          "student",
          "exercise",
          "item",
          "problem-type",
          "correct",
          "time",
          "order",
          "seconds-taken",
          "hints",
          "answers",
          "fold");

  final SourceSettings settings;
  final Splitter splitter;
  final boolean hasHeader;
  final int columns;
  final int fewestFields;
  final int[] student;
  final int[] exercise;
  final int[] item;
  final int[] problemType;
  final int[] fold;
  final int correct;
  final int rightAnswer;
  final int time;
  final int order;
  final int secondsTaken;
  final int hints;
  final int answers;
  final List<RowFilter> filters;
  final AddedColumns added;

  /**
   * Finds the columns.
   *
   * @param ownNames names of the file's columns
   * @param fewestFields least number of fields that a line must have
   * @throws DataException when a needed column is not there; the message is a part of a sentence
   */
  Layout(
      SourceSettings settings,
      List<String> ownNames,
      int fewestFields,
      Splitter splitter,
      boolean hasHeader) {
    this.settings = settings;
    this.splitter = splitter;
    this.hasHeader = hasHeader;
    this.fewestFields = fewestFields;
    columns = ownNames.size();
    List<String> names = new ArrayList<>(ownNames);
    names.addAll(AddedColumns.names(settings));
    student = find("student", names);
    exercise = find("exercise", names);
    item = find("item", names);
    problemType = find("problem-type", names);
    fold = find("fold", names);
    List<ColumnChoice> compared = settings.columns("correct");
    correct = findOne(compared.get(0), names);
    rightAnswer = compared.size() < 2 ? -1 : findOne(compared.get(1), names);
    time = findOne("time", names);
    order = findOne("order", names);
    secondsTaken = findOne("seconds-taken", names);
    hints = findOne("hints", names);
    answers = findOne("answers", names);
    filters = filters(names);
    added = new AddedColumns(settings, columns, findOne("table.key", ownNames));
    if (time < 0 && order < 0) {
      throw missing(
          settings.column("time").text() + "' or '" + settings.column("order").text(),
          "time or order",
          names);
    }
  }

  private int[] find(String role, List<String> names) {
    return find(settings.column(role), names);
  }

  private int[] find(ColumnChoice choice, List<String> names) {
    int[] places = choice.find(names);
    if (places.length == 0 && !choice.isOptional()) {
      throw missing(choice.text(), choice.role(), names);
    }
    for (int place : places) {
      requireOnce(place, choice.role(), names);
    }
    return places;
  }

  /** The columns of a header, unlike those that a source adds, may be named twice by mistake. */
  private void requireOnce(int place, String role, List<String> names) {
    String name = names.get(place);
    if (hasHeader && place < columns && names.subList(place + 1, columns).contains(name)) {
      throw new DataException(
          "its header has the column '"
              + name
              + "' ("
              + role
              + ") more than once, and only one of them can be read: rename the others");
    }
  }

  private int findOne(String role, List<String> names) {
    return findOne(settings.column(role), names);
  }

  private int findOne(ColumnChoice choice, List<String> names) {
    int[] places = find(choice, names);
    if (places.length > 1) {
      throw new DataException("only one column can be the " + choice.role());
    }
    return places.length == 0 ? -1 : places[0];
  }

  private DataException missing(String column, String role, List<String> names) {
    String have = String.join(", ", names.subList(0, columns));
    return new DataException(
        "its header has no column '"
            + column
            + "' ("
            + role
            + "), only "
            + (have.length() > 500 ? have.substring(0, 500) + " ..." : have));
  }

  private List<RowFilter> filters(List<String> names) {
    List<RowFilter> found = new ArrayList<>();
    for (String prefix : List.of("drop.", "keep.")) {
      for (String name : settings.namesAfter(prefix)) {
        int[] places = find(new ColumnChoice(prefix + name, name), names);
        List<byte[]> values = new ArrayList<>();
        for (String value : settings.list(prefix + name, "")) {
          values.add(Schema.bytes(value));
        }
        if (places.length > 0) {
          found.add(new RowFilter(places[0], prefix.equals("keep."), values));
        }
      }
    }
    return found;
  }
}

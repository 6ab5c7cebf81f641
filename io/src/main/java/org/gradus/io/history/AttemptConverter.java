package org.gradus.io.history;

import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.gradus.model.attempt.Attempt;

/** Collects the columns of one attempt and appends it to a list. */
final class AttemptConverter extends GroupConverter {
  private final List<Attempt> attempts;
  private final Converter[] byColumn;

  private final TextConverter exercise = new TextConverter();
  private final TextConverter item = new TextConverter();
  private final TextConverter problemType = new TextConverter();
  private final NumberConverter correct = new NumberConverter(0);
  private final NumberConverter epochMillis = new NumberConverter(Attempt.UNKNOWN_TIME);
  private final NumberConverter order = new NumberConverter(0);
  private final NumberConverter secondsTaken = new NumberConverter(0);
  private final NumberConverter hints = new NumberConverter(Attempt.UNKNOWN_COUNT);
  private final NumberConverter answers = new NumberConverter(Attempt.UNKNOWN_COUNT);
  private final TextConverter fold = new TextConverter();
  private final NumberConverter repeat = new NumberConverter(0);

  AttemptConverter(GroupType requested, List<Attempt> attempts) {
    this.attempts = attempts;
    this.byColumn = new Converter[requested.getFieldCount()];
    for (int column = 0; column < byColumn.length; column++) {
      byColumn[column] = named(requested.getFieldName(column));
    }
  }

  private Converter named(String column) {
    switch (column) {
      case "exercise":
        return exercise;
      case "item":
        return item;
      case "problem_type":
        return problemType;
      case "correct":
        return correct;
      case "epoch_millis":
        return epochMillis;
      case "order":
        return order;
      case "seconds_taken":
        return secondsTaken;
      case "hints":
        return hints;
      case "answers":
        return answers;
      case "fold":
        return fold;
      case "repeat":
        return repeat;
      default:
        throw new IllegalArgumentException("no column '" + column + "' in an attempt");
    }
  }

  @Override
  public Converter getConverter(int field) {
    return byColumn[field];
  }

  @Override
  public void start() {
    exercise.clear();
    item.clear();
    problemType.clear();
    correct.clear();
    epochMillis.clear();
    order.clear();
    secondsTaken.clear();
    hints.clear();
    answers.clear();
    fold.clear();
    repeat.clear();
  }

  @Override
  public void end() {
    attempts.add(
        Attempt.on(exercise.value())
            .item(item.value())
            .problemType(problemType.value())
            .correct(correct.whole() == 1)
            .epochMillis(epochMillis.whole())
            .order(order.whole())
            .secondsTaken(secondsTaken.real())
            .hints((int) hints.whole())
            .answers((int) answers.whole())
            .fold(fold.value())
            .repeat(repeat.whole() == 1)
            .build());
  }
}

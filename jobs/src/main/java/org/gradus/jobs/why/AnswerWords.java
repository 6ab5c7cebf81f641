package org.gradus.jobs.why;

import java.io.PrintStream;
import java.util.Locale;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.explain.Explanation;
import org.gradus.model.explain.Reason;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.Prediction;
import org.gradus.model.knowledge.StudentState;

/** Tells why the next answer of one student is predicted as it is. */
final class AnswerWords {
  private final KnowledgeModel model;
  private final StudentHistory history;
  private final double level;

  AnswerWords(KnowledgeModel model, StudentHistory history, double level) {
    this.model = model;
    this.history = history;
    this.level = level;
  }

  void tell(String exercise, String item, PrintStream out) {
    StudentState student = model.newStudent();
    history.attempts().forEach(student::observe);
    Explanation explanation = student.explain(exercise, item);
    String on = item.isEmpty() ? exercise : exercise + ", " + item;
    out.printf(
        Locale.ROOT,
        "Student %s on %s, after %d answers: P(correct) %.3f%s%n",
        history.student(),
        on,
        history.attempts().size(),
        explanation.probability(),
        model.hasIntervals() ? interval(student.predictWithInterval(exercise, item)) : "");
    boolean known = model.exercises().contains(exercise);
    out.printf(
        Locale.ROOT,
        "The average answer %s: %.3f%n%n",
        known ? "on this exercise" : "on any exercise, as the model does not know this one",
        explanation.averageProbability());
    out.println("effect on the logit");
    for (Reason reason : explanation.reasons()) {
      out.printf(Locale.ROOT, "%+6.2f  %s%n", reason.contribution(), reason);
    }
    out.printf(
        Locale.ROOT,
        "%+6.2f  together, from %.2f to %.2f%n",
        explanation.logit() - explanation.averageLogit(),
        explanation.averageLogit(),
        explanation.logit());
  }

  private String interval(Prediction prediction) {
    return String.format(
        Locale.ROOT,
        " (%.0f %% interval %.3f to %.3f)",
        100 * level,
        prediction.lower(level),
        prediction.upper(level));
  }
}

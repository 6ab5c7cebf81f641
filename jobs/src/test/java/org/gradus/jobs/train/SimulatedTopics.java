package org.gradus.jobs.train;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;

/** Two topics of a simulated class, and an exercise that only held-out students try. */
final class SimulatedTopics {
  /** Tried by held-out students only; in the topic of the first exercise. */
  static final String NEW = "new";

  /** Tried by nobody; in the topic of the first exercise. */
  static final String UNTRIED = "untried";

  private SimulatedTopics() {}

  /** Every third answer of held-out students is on {@link #NEW} instead. */
  static List<StudentHistory> withNew(List<StudentHistory> histories) {
    StudentSplit split = StudentSplit.of(new Configuration());
    List<StudentHistory> changed = new ArrayList<>();
    for (StudentHistory history : histories) {
      List<Attempt> attempts = new ArrayList<>();
      for (Attempt attempt : history.attempts()) {
        attempts.add(
            split.roleOf(history) == StudentSplit.Role.HELD_OUT && attempts.size() % 3 == 2
                ? onNew(attempt)
                : attempt);
      }
      changed.add(new StudentHistory(history.student(), attempts));
    }
    return changed;
  }

  private static Attempt onNew(Attempt attempt) {
    return Attempt.on(NEW)
        .item("of " + NEW)
        .correct(attempt.correct())
        .epochMillis(attempt.epochMillis())
        .build();
  }

  /** A table that deals the exercises to two topics in turn. */
  static String file(List<StudentHistory> histories, File folder) throws IOException {
    TreeSet<String> exercises = new TreeSet<>();
    histories.forEach(history -> history.attempts().forEach(one -> exercises.add(one.exercise())));
    exercises.remove(NEW);
    List<String> lines = new ArrayList<>(List.of("grade,topic,exercise_id"));
    int index = 0;
    for (String exercise : exercises) {
      lines.add("7," + (index++ % 2 == 0 ? "first" : "second") + "," + exercise);
    }
    lines.add("8,first," + NEW);
    lines.add("8,first," + UNTRIED);
    return Files.write(folder.toPath().resolve("topics.csv"), lines).toString();
  }
}

package org.gradus.jobs.sort;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.io.census.ExerciseCount;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;

/** Counts the attempts of one reducer's students by exercise; one small entry per exercise. */
final class CensusTaker {
  private final Map<String, Tally> tallies = new HashMap<>();
  private long students;

  void add(StudentHistory history) {
    students++;
    for (Attempt attempt : history.attempts()) {
      tallies.computeIfAbsent(attempt.exercise(), name -> new Tally()).add(attempt, students);
    }
  }

  /** The counts so far, sorted by exercise. */
  Iterable<ExerciseCount> counts() {
    Map<String, ExerciseCount> sorted = new TreeMap<>();
    tallies.forEach(
        (exercise, tally) ->
            sorted.put(
                exercise,
                new ExerciseCount(exercise, tally.attempts, tally.corrects, tally.students)));
    return sorted.values();
  }

  private static final class Tally {
    private long attempts;
    private long corrects;
    private long students;
    private long lastStudent;

    void add(Attempt attempt, long student) {
      attempts++;
      corrects += attempt.correct() ? 1 : 0;
      students += lastStudent == student ? 0 : 1;
      lastStudent = student;
    }
  }
}

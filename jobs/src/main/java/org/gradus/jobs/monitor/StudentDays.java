package org.gradus.jobs.monitor;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.features.StudentAbility;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.StudentState;

/** One student's history played forward, and what is known before each answer. */
final class StudentDays {
  private final DifficultyView difficulties;
  private final StudentState state;
  private final StudentAbility ability;
  private final Set<String> met = new HashSet<>();
  private int answers;
  private LocalDate lastDay;

  StudentDays(KnowledgeModel model, DifficultyView difficulties) {
    this.difficulties = difficulties;
    state = model.newStudent();
    ability = new StudentAbility(difficulties);
  }

  /** The sums of the next answer, which is of the day. */
  DailySums score(Attempt asked, LocalDate day) {
    DailySums one = new DailySums();
    one.add(
        state.predict(asked),
        asked.correct(),
        !met.contains(asked.exercise()),
        met.size(),
        answers,
        difficulties.of(asked.exercise(), asked.item()).itemLogit());
    one.addAbility(ability.before(asked));
    if (!day.equals(lastDay)) {
      one.addStudent();
      lastDay = day;
    }
    return one;
  }

  /** Takes in the rows of one answer. */
  void observe(List<Attempt> rows) {
    answers++;
    for (Attempt attempt : rows) {
      state.observe(attempt);
      ability.observe(attempt);
      met.add(attempt.exercise());
    }
  }
}

package org.gradus.jobs.sort;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gradus.model.attempt.Attempt;

/**
 * How rows are found that tell of one answer. Several public logs have, for a problem that needs
 * several skills, one row for each; taken as answers of their own, the first gives the others away
 * (Xiong et al. 2016, "Going deeper with deep knowledge tracing"; pyKT marks them as {@code
 * is_repeat}).
 */
public enum Repeats {
  /**
   * Marks a row that follows another of the same item and outcome, for an exercise that the answer
   * has not named yet, at the same time; where neither row has a time, directly behind it. Rows
   * without an item are never marked, as nothing tells them apart from answers of their own.
   */
  AUTO {
    @Override
    int mark(List<Attempt> attempts) {
      int marked = 0;
      Set<String> exercises = new HashSet<>();
      for (int i = 0; i < attempts.size(); i++) {
        Attempt attempt = attempts.get(i);
        boolean same = i > 0 && isSame(attempts.get(i - 1), attempt);
        if (same && exercises.add(attempt.exercise())) {
          attempts.set(i, attempt.asRepeat());
          marked++;
        } else {
          exercises.clear();
          exercises.add(attempt.exercise());
        }
      }
      return marked;
    }
  },
  /** Marks nothing. */
  KEEP {
    @Override
    int mark(List<Attempt> attempts) {
      return 0;
    }
  };

  /**
   * Replaces the repeats among the attempts of one student, in the order of a history, by marked
   * ones.
   *
   * @return how many
   */
  abstract int mark(List<Attempt> attempts);

  private static boolean isSame(Attempt before, Attempt attempt) {
    return !attempt.item().isEmpty()
        && attempt.item().equals(before.item())
        && attempt.correct() == before.correct()
        && attempt.epochMillis() == before.epochMillis();
  }
}

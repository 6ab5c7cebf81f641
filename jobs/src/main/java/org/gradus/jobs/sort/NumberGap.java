package org.gradus.jobs.sort;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.attempt.Attempt;

/**
 * The rule that problem numbers, which a log gives as order, rise by exactly one within each
 * exercise.
 */
final class NumberGap {
  private NumberGap() {}

  /** Whether the attempts of one student, oldest first, break the rule anywhere. */
  static boolean isIn(List<Attempt> attempts) {
    Map<String, Long> last = new HashMap<>();
    for (Attempt attempt : attempts) {
      Long before = last.put(attempt.exercise(), attempt.order());
      if (before != null && attempt.order() != before + 1) {
        return true;
      }
    }
    return false;
  }
}

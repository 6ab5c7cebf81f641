package org.gradus.jobs.sort;

import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * Whether identical rows of a student are one row delivered again, or may be answers of their own.
 * They may where they have neither an item nor an order and the student's clock goes by minutes (or
 * days): then the same answer to an exercise is given again and again at one time, and dropping all
 * but one would leave at most one right and one wrong answer of each time, of which the first gives
 * the second away.
 */
final class Deliveries {
  private static final long MINUTE = 60_000;

  private Deliveries() {}

  /** Whether a row like this one is surely this row again, whatever the student's clock. */
  static boolean areSure(Attempt attempt) {
    return !attempt.item().isEmpty() || attempt.order() != 0 || isFine(attempt);
  }

  private static boolean isFine(Attempt attempt) {
    return attempt.epochMillis() % MINUTE != 0;
  }

  /**
   * Leaves one of identical rows that follow each other, if the clock goes by less than minutes.
   *
   * @param attempts all of a student, in order
   * @return how many are left out
   */
  static int leaveOut(List<Attempt> attempts) {
    if (attempts.stream().noneMatch(Deliveries::isFine)) {
      return 0;
    }
    int kept = 0;
    for (Attempt attempt : attempts) {
      if (kept == 0 || !attempt.equals(attempts.get(kept - 1))) {
        attempts.set(kept++, attempt);
      }
    }
    List<Attempt> rest = attempts.subList(kept, attempts.size());
    int leftOut = rest.size();
    rest.clear();
    return leftOut;
  }
}

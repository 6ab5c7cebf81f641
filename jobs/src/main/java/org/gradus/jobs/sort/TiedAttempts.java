package org.gradus.jobs.sort;

import java.util.Collections;
import java.util.List;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.hash.StableHash;

/**
 * The order of answers that the log leaves open: those of one student to one question at one time,
 * as on a clock that goes by days. Keys put them in the order of their outcomes; left so, an answer
 * would give away those behind it. Here they are shuffled, by Fisher and Yates, so that the order
 * says nothing of the outcomes. The seed is a hash of what the answers have in common: the same
 * answers are in the same order, whatever the shards and tasks.
 */
final class TiedAttempts {
  private TiedAttempts() {}

  /**
   * Shuffles each run of attempts that agree in time, order, item, exercise and problem type.
   *
   * @param attempts all of {@code student}, in the order of their keys
   */
  static void shuffle(String student, List<Attempt> attempts) {
    int from = 0;
    for (int to = 1; to <= attempts.size(); to++) {
      if (to == attempts.size() || !areTied(attempts.get(from), attempts.get(to))) {
        if (to - from > 1) {
          shuffle(attempts.subList(from, to), seed(student, attempts.get(from)));
        }
        from = to;
      }
    }
  }

  private static boolean areTied(Attempt one, Attempt two) {
    return one.epochMillis() == two.epochMillis()
        && one.order() == two.order()
        && one.item().equals(two.item())
        && one.exercise().equals(two.exercise())
        && one.problemType().equals(two.problemType());
  }

  private static long seed(String student, Attempt attempt) {
    long seed = StableHash.of(student, attempt.item(), attempt.exercise());
    seed = StableHash.mix(seed ^ StableHash.of(attempt.problemType()));
    seed = StableHash.mix(seed + StableHash.mix(attempt.epochMillis()));
    return StableHash.mix(seed + attempt.order());
  }

  private static void shuffle(List<Attempt> tied, long seed) {
    long state = seed;
    for (int last = tied.size() - 1; last > 0; last--) {
      state += StableHash.GAMMA;
      int other = (int) (StableHash.unit(StableHash.mix(state)) * (last + 1));
      Collections.swap(tied, last, other);
    }
  }
}

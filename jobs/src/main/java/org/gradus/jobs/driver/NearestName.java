package org.gradus.jobs.driver;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which name was meant by one that does not exist. */
public final class NearestName {
  private NearestName() {}

  /**
   * The name with the fewest letters to change, if these are at most half of those typed; the first
   * in alphabetical order among equals.
   */
  public static Optional<String> of(String typed, Collection<String> names) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return names.stream()
        .filter(name -> 2 * distance.apply(typed, name) <= Math.max(typed.length(), 4))
        .min(
            Comparator.comparing((String name) -> distance.apply(typed, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The guess as the end of a sentence: {@code ; did you mean x?}, or only a full stop. */
  public static String question(String typed, Collection<String> names) {
    return of(typed, names).map(name -> "; did you mean " + name + "?").orElse(".");
  }
}

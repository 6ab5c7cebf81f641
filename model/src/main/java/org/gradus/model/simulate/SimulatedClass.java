package org.gradus.model.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The exercises and items of a simulated class, and its students on demand. Memory: the items.
 * Immutable, hence shareable between threads.
 */
public final class SimulatedClass {
  private final ClassOptions options;
  private final List<SimulatedExercise> exercises;
  private final Popularity exercisePopularity;
  private final Popularity itemPopularity;

  /** Draws the exercises and items of a class. */
  public SimulatedClass(ClassOptions options) {
    this.options = options;
    exercisePopularity =
        new Popularity(options.count(ClassOption.EXERCISES), options.number(ClassOption.SKEW));
    itemPopularity =
        new Popularity(
            options.count(ClassOption.ITEMS_PER_EXERCISE), options.number(ClassOption.SKEW));
    List<SimulatedExercise> drawn = new ArrayList<>(options.count(ClassOption.EXERCISES));
    for (int index = 0; index < options.count(ClassOption.EXERCISES); index++) {
      drawn.add(exercise(index));
    }
    exercises = List.copyOf(drawn);
  }

  private SimulatedExercise exercise(int index) {
    RandomStream random =
        new RandomStream(options.whole(ClassOption.SEED), Purpose.EXERCISE, index);
    double difficulty =
        options.number(ClassOption.EXERCISE_SPREAD) * random.gaussian()
            - options.number(ClassOption.EASINESS);
    double typicalSeconds = random.logNormal(40, 0.4);
    List<SimulatedItem> items = new ArrayList<>(options.count(ClassOption.ITEMS_PER_EXERCISE));
    for (int item = 0; item < options.count(ClassOption.ITEMS_PER_EXERCISE); item++) {
      String name = String.format(Locale.ROOT, "problem-%03d-%03d", index + 1, item + 1);
      items.add(
          new SimulatedItem(
              name, type(item), options.number(ClassOption.ITEM_SPREAD) * random.gaussian()));
    }
    String name = String.format(Locale.ROOT, "exercise-%03d", index + 1);
    return new SimulatedExercise(
        name, index % options.count(ClassOption.TOPICS), difficulty, typicalSeconds, items);
  }

  private String type(int item) {
    return options.count(ClassOption.PROBLEM_TYPES) == 0
        ? ""
        : "type-" + (item % options.count(ClassOption.PROBLEM_TYPES) + 1);
  }

  /** What the class was drawn from. */
  public ClassOptions options() {
    return options;
  }

  /** The exercises, the most popular first. */
  public List<SimulatedExercise> exercises() {
    return exercises;
  }

  /**
   * One student, the same whenever and wherever asked for.
   *
   * @param index from 0 to {@code options().students() - 1}
   */
  public SimulatedStudent student(int index) {
    if (index < 0 || index >= options.students()) {
      throw new IndexOutOfBoundsException(
          "student " + index + " of a class of " + options.students());
    }
    return new SimulatedStudent(this, index);
  }

  Popularity exercisePopularity() {
    return exercisePopularity;
  }

  Popularity itemPopularity() {
    return itemPopularity;
  }
}

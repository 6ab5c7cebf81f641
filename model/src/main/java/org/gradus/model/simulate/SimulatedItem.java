package org.gradus.model.simulate;

/** One concrete question of a simulated exercise. Immutable. */
public final class SimulatedItem {
  private final String name;
  private final String problemType;
  private final double difficulty;

  SimulatedItem(String name, String problemType, double difficulty) {
    this.name = name;
    this.problemType = problemType;
    this.difficulty = difficulty;
  }

  /** Name, unique in the class. */
  public String name() {
    return name;
  }

  /** Sub-kind of the exercise that it belongs to, empty when the class has none. */
  public String problemType() {
    return problemType;
  }

  /** How much harder it is than its exercise, in logits; mean 0 over many items. */
  public double difficulty() {
    return difficulty;
  }
}

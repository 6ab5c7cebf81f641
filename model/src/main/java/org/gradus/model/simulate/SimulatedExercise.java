package org.gradus.model.simulate;

import java.util.List;

/** One exercise of a simulated class. Immutable. */
public final class SimulatedExercise {
  private final String name;
  private final int topic;
  private final double difficulty;
  private final double typicalSeconds;
  private final List<SimulatedItem> items;

  SimulatedExercise(
      String name, int topic, double difficulty, double typicalSeconds, List<SimulatedItem> items) {
    this.name = name;
    this.topic = topic;
    this.difficulty = difficulty;
    this.typicalSeconds = typicalSeconds;
    this.items = List.copyOf(items);
  }

  /** Name, unique in the class. */
  public String name() {
    return name;
  }

  /** Topic, from 0: students deviate from their general ability by topic, too. */
  public int topic() {
    return topic;
  }

  /** Difficulty in logits: a student of this ability solves an average item of it half the time. */
  public double difficulty() {
    return difficulty;
  }

  /** Mean time in seconds that a student needs who solves it half the time. */
  public double typicalSeconds() {
    return typicalSeconds;
  }

  /** Its items, the most popular first. */
  public List<SimulatedItem> items() {
    return items;
  }
}

package org.gradus.model.simulate;

/** What a random stream is for; part of its name, hence of every simulated class. */
enum Purpose {
  EXERCISE(1),
  STUDENT(2),
  TOPIC_DEVIATION(3),
  EXERCISE_DEVIATION(4),
  PRACTICE(5),
  LOT(6);

  final int number;

  Purpose(int number) {
    this.number = number;
  }
}

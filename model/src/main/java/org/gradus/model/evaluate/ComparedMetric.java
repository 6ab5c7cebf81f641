package org.gradus.model.evaluate;

import java.util.Locale;

/** What two models are compared by. */
public enum ComparedMetric {
  /** Area under the ROC curve; higher is better. */
  AUC(1),
  /** Mean negative log likelihood in nats; lower is better. */
  LOG_LOSS(-1),
  /** Root of the mean squared error; lower is better. */
  RMSE(-1),
  /** Share of outcomes named rightly; higher is better. */
  ACCURACY(1);

  private final int sign;

  ComparedMetric(int sign) {
    this.sign = sign;
  }

  /** Whether a difference, first less second, is in favour of the first. */
  boolean favoursFirst(double difference) {
    return sign * difference > 0;
  }

  /** Its name in files, such as {@code log_loss}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

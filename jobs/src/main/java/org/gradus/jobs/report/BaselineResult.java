package org.gradus.jobs.report;

/** How one baseline predicted the held-out attempts of one exercise. */
final class BaselineResult {
  final String name;

  /** In nats; NaN without held-out attempts. */
  final double logLoss;

  /** NaN unless both outcomes occur. */
  final double auc;

  BaselineResult(String name, double logLoss, double auc) {
    this.name = name;
    this.logLoss = logLoss;
    this.auc = auc;
  }
}

package org.gradus.jobs.features;

/** What the reducers count. */
public enum FeaturesCounter {
  /** Rows in the shards. */
  ROWS_WRITTEN
}

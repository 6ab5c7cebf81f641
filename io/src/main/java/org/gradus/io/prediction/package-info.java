/**
 * What the predict step writes for each student: {@link
 * org.gradus.io.prediction.PredictionOutputFormat} takes {@code <Void, StudentPrediction>} and
 * writes each task's records twice, as Parquet and as CSV.
 */
package org.gradus.io.prediction;

/**
 * {@code gradus why}: what a trained model's predictions rest on, or what one student's next answer
 * is predicted from.
 *
 * <p>No job. Without {@code --student} it lists the weight of each block of features, over all
 * exercises or inside one. With a student it reads that student's history (Parquet passes over the
 * others), plays it forward and explains the prediction in words. Memory: the model.
 */
package org.gradus.jobs.why;

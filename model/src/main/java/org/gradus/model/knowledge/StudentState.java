package org.gradus.model.knowledge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;

/**
 * What the model knows of one student, for predictions at any moment. Time per call does not depend
 * on how much the student has answered. Not safe for use by several threads at once.
 */
public final class StudentState {
  private static final int VERSION = 1;

  private final KnowledgeModel model;
  private final StudentReplay replay;

  StudentState(KnowledgeModel model, StudentReplay replay) {
    this.model = model;
    this.replay = replay;
  }

  /** Takes an answer in; answers must come in the order in which they were given. */
  public void observe(Attempt attempt) {
    replay.observe(replay.question(attempt), attempt);
  }

  /**
   * P(correct) of the next answer, between 0 and 1.
   *
   * @param exercise name of the exercise; one that the model does not know is predicted from the
   *     pooled theta
   * @param item name of the question in it, or empty
   */
  public double predict(String exercise, String item) {
    return predict(replay.question(exercise, item, "", Attempt.UNKNOWN_TIME));
  }

  /** P(correct) of the next answer to the question of an attempt; its outcome is not looked at. */
  public double predict(Attempt attempt) {
    return predict(replay.question(attempt));
  }

  private double predict(Question question) {
    return model.predict(question.exercise(), features(question));
  }

  private float[] features(Question question) {
    float[] features = new float[model.featureSet().size()];
    replay.features(question, features);
    return features;
  }

  /**
   * P(correct) of the next answer with its interval; takes features^2 / 2 multiplications.
   *
   * @param exercise name of the exercise; one that the model does not know is predicted from the
   *     pooled theta, with the variance that thetas have around it
   * @param item name of the question in it, or empty
   * @throws IllegalStateException when the model was trained without intervals
   */
  public Prediction predictWithInterval(String exercise, String item) {
    return predictWithInterval(replay.question(exercise, item, "", Attempt.UNKNOWN_TIME));
  }

  /** The same for the question of an attempt; its outcome is not looked at. */
  public Prediction predictWithInterval(Attempt attempt) {
    return predictWithInterval(replay.question(attempt));
  }

  private Prediction predictWithInterval(Question question) {
    return model.predictWithInterval(question.exercise(), features(question));
  }

  /**
   * Writes the state; {@link KnowledgeModel#readStudent} reads it under any model of the same
   * feature set.
   */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(model.featureSet().name());
    replay.write(out);
  }

  void read(DataInput in) throws IOException {
    int version = in.readByte();
    String featureSet = in.readUTF();
    if (version != VERSION || !featureSet.equals(model.featureSet().name())) {
      throw new IOException(
          "Cannot read a student state of version "
              + version
              + " and feature set '"
              + featureSet
              + "' under a model of feature set '"
              + model.featureSet().name()
              + "'.");
    }
    replay.read(in);
  }
}

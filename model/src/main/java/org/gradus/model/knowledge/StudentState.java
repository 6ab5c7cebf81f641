package org.gradus.model.knowledge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.explain.Explanation;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;

/**
 * What the model knows of one student, for predictions at any moment. Time per call does not depend
 * on how much the student has answered. Not safe for use by several threads at once, not even for
 * predictions alone, which share a buffer; a web application has one for each student it serves and
 * locks that one, or reads a snapshot anew for each request.
 */
public final class StudentState {
  private static final int VERSION = 1;

  private final KnowledgeModel model;
  private final StudentReplay replay;
  private final float[] features;
  private boolean askedBefore;

  StudentState(KnowledgeModel model, StudentReplay replay) {
    this.model = model;
    this.replay = replay;
    features = new float[model.featureSet().size()];
  }

  /**
   * A student as {@link #toBytes} gave it, under a model of the same feature set.
   *
   * @throws IOException when the bytes are of another version or feature set, or damaged
   */
  public static StudentState of(KnowledgeModel model, byte[] bytes) throws IOException {
    StudentState student = model.newStudent();
    StudentSnapshot.read(bytes, student);
    return student;
  }

  /** The same as {@link #toJson} gave it. */
  public static StudentState ofJson(KnowledgeModel model, String json) throws IOException {
    return of(model, StudentSnapshot.bytesOfJson(json));
  }

  /** Takes an answer in; answers must come in the order in which they were given. */
  public void observe(Attempt attempt) {
    replay.observe(replay.question(attempt), attempt);
    askedBefore = false;
  }

  /**
   * P(correct) of the next answer, between 0 and 1.
   *
   * @param exercise name of the exercise; one that the model does not know is predicted from the
   *     theta of its topic, or the pooled one
   * @param item name of the question in it, or empty
   */
  public double predict(String exercise, String item) {
    return predict(exercise, item, "", Attempt.UNKNOWN_TIME);
  }

  /** P(correct) of the next answer to the question of an attempt; its outcome is not looked at. */
  public double predict(Attempt attempt) {
    return predict(
        attempt.exercise(), attempt.item(), attempt.problemType(), attempt.epochMillis());
  }

  private double predict(String exercise, String item, String problemType, long epochMillis) {
    Question asked =
        replay.features(exercise, item, problemType, epochMillis, askedBefore, features);
    askedBefore = true;
    return model.predict(asked, features);
  }

  /**
   * All exercises of the model and how likely this student answers each correctly now, easiest
   * first. Those never met, by the student or by anybody, come in with what is known of the student
   * and of exercises in general.
   */
  public List<RankedExercise> rank() {
    return rank(model.exerciseList(), Attempt.UNKNOWN_TIME);
  }

  /**
   * The same for some exercises, whether the model knows them or not.
   *
   * @param epochMillis when they are to be asked, or {@link Attempt#UNKNOWN_TIME}
   */
  public List<RankedExercise> rank(Collection<String> exercises, long epochMillis) {
    List<RankedExercise> ranked = new ArrayList<>(exercises.size());
    for (String exercise : exercises) {
      double probability = predict(exercise, "", "", epochMillis);
      ranked.add(new RankedExercise(exercise, probability));
    }
    ranked.sort(RankedExercise.EASIEST_FIRST);
    return ranked;
  }

  private float[] features(Question question) {
    replay.features(question, features);
    return features;
  }

  /**
   * P(correct) of the next answer with its interval; takes features^2 / 2 multiplications.
   *
   * @param exercise name of the exercise; one that the model does not know is predicted from the
   *     theta of its topic, or the pooled one, with the variance that thetas have around it
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
    return model.predictWithInterval(question, features(question));
  }

  /**
   * This student under another model of the same feature set, such as a newer version; what was
   * learned from answers stays as the older model saw it.
   *
   * @throws IllegalArgumentException when the models have different features: then observe the
   *     student's answers anew
   */
  public StudentState under(KnowledgeModel other) {
    try {
      return of(other, toBytes());
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The state as a few hundred bytes; {@link #of} reads them. */
  public byte[] toBytes() {
    return StudentSnapshot.bytes(this);
  }

  /** The state as JSON; {@link #ofJson} reads it. */
  public String toJson() {
    return StudentSnapshot.json(this, model.featureSet().name());
  }

  /**
   * Why P(correct) of the next answer is what it is, compared with the average training attempt on
   * the exercise.
   *
   * @param exercise name of the exercise
   * @param item name of the question in it, or empty
   * @throws IllegalStateException when the model has no {@link KnowledgeModel#SPREAD_FILE}
   */
  public Explanation explain(String exercise, String item) {
    Question question = replay.question(exercise, item, "", Attempt.UNKNOWN_TIME);
    return model.explain(question, features(question));
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
    askedBefore = false;
  }
}

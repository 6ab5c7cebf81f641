package org.gradus.model.knowledge;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;
import org.junit.Test;

/** One student served: predictions, rankings, snapshots. */
public class StudentStateTest {
  private static final int EXERCISES = 40;
  private static final List<String> SETS =
      List.of("khan", "gradus", "das3h,response,time,wins,recency");

  private static StudentState student(KnowledgeModel model, int answers) {
    StudentState student = model.newStudent();
    for (int i = 0; i < answers; i++) {
      student.observe(SmallModels.answer(1, i, 15));
    }
    return student;
  }

  /** The formula of the paper, on features computed from scratch. */
  private static double plain(KnowledgeModel model, StudentReplay replay, String exercise) {
    float[] features = new float[model.featureSet().size()];
    Question question = replay.question(exercise, "", "", Attempt.UNKNOWN_TIME);
    replay.features(question, features);
    return model.predict(question, features);
  }

  @Test
  public void rankingIsOfPredictionsFromScratchEasiestFirst() {
    for (String set : SETS) {
      KnowledgeModel model = SmallModels.model(set, EXERCISES, 1);
      StudentState student = student(model, 60);
      List<RankedExercise> ranked = student.rank();
      assertEquals(EXERCISES, ranked.size());
      for (int i = 0; i < EXERCISES; i++) {
        RankedExercise place = ranked.get(i);
        assertEquals(student.predict(place.exercise(), ""), place.probability(), 0);
        assertTrue(i == 0 || place.probability() <= ranked.get(i - 1).probability());
        assertTrue(place.probability() > 0 && place.probability() < 1);
      }
    }
  }

  @Test
  public void askingBetweenAnswersChangesNoPrediction() throws IOException {
    for (String set : SETS) {
      KnowledgeModel model = SmallModels.model(set, EXERCISES, 1);
      StudentState asked = model.newStudent();
      for (int i = 0; i < 60; i++) {
        asked.predict("exercise_2", "q1");
        asked.observe(SmallModels.answer(1, i, 15));
      }
      StudentState notAsked = student(model, 60);
      for (String exercise : model.exercises()) {
        double prediction = StudentState.of(model, notAsked.toBytes()).predict(exercise, "q1");
        assertEquals(prediction, asked.predict(exercise, "q1"), 0);
      }
    }
  }

  @Test
  public void aNewStudentAndANewExerciseHaveAPrediction() {
    KnowledgeModel model = SmallModels.model("khan", EXERCISES, 1);
    StudentReplay replay =
        new StudentReplay(
            model.featureSet(), new org.gradus.model.difficulty.DifficultyTable(1, 1).view());
    StudentState student = model.newStudent();
    assertEquals(plain(model, replay, "exercise_3"), student.predict("exercise_3", ""), 0);
    assertEquals(plain(model, replay, "never seen"), student.predict("never seen", ""), 0);
    List<RankedExercise> ranked =
        student.rank(List.of("never seen", "exercise_3"), Attempt.UNKNOWN_TIME);
    assertEquals(2, ranked.size());
  }

  @Test
  public void snapshotsGiveTheSamePredictionsAfterMoreAnswers() throws IOException {
    for (String set : SETS) {
      KnowledgeModel model = SmallModels.model(set, EXERCISES, 1);
      StudentState student = student(model, 60);
      StudentState fromBytes = StudentState.of(model, student.toBytes());
      StudentState fromJson = StudentState.ofJson(model, student.toJson());
      for (int i = 60; i < 80; i++) {
        Attempt next = SmallModels.answer(1, i, EXERCISES);
        assertEquals(set, student.predict(next), fromBytes.predict(next), 0);
        assertEquals(set, student.predict(next), fromJson.predict(next), 0);
        for (StudentState state : List.of(student, fromBytes, fromJson)) {
          state.observe(next);
        }
      }
      assertArrayEquals(student.toBytes(), fromBytes.toBytes());
    }
  }

  @Test
  public void aSnapshotDoesNotDependOnTheOrderOfNames() {
    KnowledgeModel model = SmallModels.model("bias,wins", EXERCISES, 1);
    List<Attempt> answers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      answers.add(Attempt.on("exercise_" + i).correct(true).build());
    }
    StudentState forward = model.newStudent();
    answers.forEach(forward::observe);
    Collections.reverse(answers);
    StudentState backward = model.newStudent();
    answers.forEach(backward::observe);
    assertArrayEquals(forward.toBytes(), backward.toBytes());
  }

  @Test
  public void aStateGoesOnUnderANewVersionOfTheSameFeatures() {
    StudentState student = student(SmallModels.model("khan", EXERCISES, 1), 60);
    KnowledgeModel newer = SmallModels.model("khan", EXERCISES + 1, 2);
    StudentState moved = student.under(newer);
    assertEquals(
        student(newer, 60).predict("exercise_40", ""), moved.predict("exercise_40", ""), 0);
    KnowledgeModel other = SmallModels.model("pfa", EXERCISES, 1);
    assertThrows(IllegalArgumentException.class, () -> student.under(other));
  }

  @Test
  public void damagedAndForeignSnapshotsAreRefused() {
    KnowledgeModel model = SmallModels.model("khan", EXERCISES, 1);
    byte[] bytes = student(model, 20).toBytes();
    byte[] newer = bytes.clone();
    newer[0] = 9;
    assertThrows(IOException.class, () -> StudentState.of(model, newer));
    assertThrows(IOException.class, () -> StudentState.of(model, new byte[0]));
    byte[] half = java.util.Arrays.copyOf(bytes, bytes.length / 2);
    assertThrows(IOException.class, () -> StudentState.of(model, half));
    for (String json : List.of("{}", "no", "{\"format\":\"gradus-student-1\",\"state\":\"%\"}")) {
      assertThrows(IOException.class, () -> StudentState.ofJson(model, json));
    }
  }
}

package org.gradus.model.explain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.StudentReplay;
import org.junit.Test;

public class ExplanationTest {
  private static final List<String> SETS =
      List.of("gradus", "khan", "pfa", "best-lr", "das3h", "gradus,state,windows");

  private final DifficultyTable difficulty = new DifficultyTable(20, 6);

  /** Five answers on e, the last three right, and ten on other exercises. */
  private float[] features(FeatureSet set, String exercise, String item) {
    difficulty.add("e", "hard", 20, 100);
    difficulty.add("e", "easy", 80, 100);
    StudentReplay student = new StudentReplay(set, difficulty.view());
    for (int i = 0; i < 10; i++) {
      observe(student, "other" + i % 2, "o" + i, i % 3 > 0);
    }
    for (int i = 0; i < 5; i++) {
      observe(student, "e", "q" + i, i > 0 && i != 1);
    }
    float[] features = new float[set.size()];
    student.features(student.question(exercise, item, "", Attempt.UNKNOWN_TIME), features);
    return features;
  }

  private static void observe(StudentReplay student, String on, String item, boolean correct) {
    Attempt attempt = Attempt.on(on).item(item).correct(correct).build();
    student.observe(student.question(attempt), attempt);
  }

  private static double[] random(int length, long seed) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }

  @Test
  public void contributionsAddUpToTheLogitForEverySet() {
    for (String name : SETS) {
      FeatureSet set = FeatureSet.of(name);
      double[] theta = random(set.size(), 1);
      float[] x = features(set, "e", "hard");
      Explanation explanation = Explanation.of(set, theta, random(set.size(), 2), x, 0);
      double logit = 0;
      for (int j = 0; j < x.length; j++) {
        logit += theta[j] * x[j];
      }
      double bySubject = explanation.reasons().stream().mapToDouble(Reason::contribution).sum();
      double byBlock = explanation.blocks().values().stream().mapToDouble(part -> part).sum();
      assertEquals(name, logit, explanation.logit(), 1e-12);
      assertEquals(name, logit, explanation.averageLogit() + bySubject, 1e-9);
      assertEquals(name, logit, explanation.averageLogit() + byBlock, 1e-9);
      assertEquals(set.blockNames(), new ArrayList<>(explanation.blocks().keySet()));
    }
  }

  @Test
  public void everyBlockHasWords() {
    List<String> wordless =
        FeatureSet.allBlockNames().stream()
            .filter(block -> !Subjects.knows(block))
            .collect(Collectors.toList());
    assertEquals("blocks that class Subjects says nothing about", List.of(), wordless);
    for (String block : FeatureSet.allBlockNames()) {
      assertFalse(block, Subjects.describe(block).isEmpty());
      for (String feature : FeatureSet.of(block).features()) {
        assertTrue(
            "what does feature '" + feature + "' of block '" + block + "' speak about?",
            block.equals("bias") || Subjects.of(block, feature) != Subject.OTHER);
      }
    }
  }

  @Test
  public void wordsTellWhatHappened() {
    FeatureSet set = FeatureSet.of("gradus");
    double[] theta = new double[set.size()];
    Arrays.fill(theta, 0.01);
    Explanation explanation =
        Explanation.of(set, theta, new double[set.size()], features(set, "e", "hard"), 0);
    assertEquals(
        "got 3 of 5 right on this exercise so far, the last 3 in a row",
        words(explanation, Subject.EXERCISE));
    assertTrue(
        words(explanation, Subject.STUDENT)
            .startsWith("got 9 of 15 right on all exercises so far, about "));
    assertTrue(
        words(explanation, Subject.QUESTION)
            .startsWith("this question is harder than most here (2"));
    assertEquals("practised this exercise just before", words(explanation, Subject.GAP));
  }

  @Test
  public void wordsOfABeginningAndOfAReturn() {
    FeatureSet set = FeatureSet.of("gradus");
    double[] theta = new double[set.size()];
    Arrays.fill(theta, 0.01);
    Explanation explanation =
        Explanation.of(set, theta, random(set.size(), 3), features(set, "unseen", ""), 0);
    assertEquals("the first question on this exercise", words(explanation, Subject.EXERCISE));
    assertEquals("has not practised this exercise before", words(explanation, Subject.GAP));
    explanation =
        Explanation.of(set, theta, random(set.size(), 3), features(set, "other1", "o1"), 0);
    assertEquals("practised this exercise 5 answers ago", words(explanation, Subject.GAP));
    assertEquals(
        "has met this very question once before, 1 right", words(explanation, Subject.REPEAT));
  }

  private static String words(Explanation explanation, Subject subject) {
    return explanation.reasons().stream()
        .filter(reason -> reason.subject() == subject)
        .map(Reason::words)
        .findFirst()
        .orElse("no reason about " + subject);
  }

  @Test
  public void theWeightiestReasonComesFirstAndSaysWhichWay() {
    FeatureSet set = FeatureSet.of("bias,wins,item");
    double[] theta = {0, 0.1, -0.1, 2};
    Explanation explanation =
        Explanation.of(set, theta, new double[] {1, 0, 0, 1}, features(set, "e", "hard"), 0);
    assertEquals(Subject.QUESTION, explanation.reasons().get(0).subject());
    assertTrue(explanation.reasons().get(0).points() < 0);
    assertTrue(explanation.toString(), explanation.toString().contains(": lowers by "));
    assertEquals(2, explanation.reasons().size());
    assertTrue(explanation.probability() < explanation.averageProbability());
  }

  @Test
  public void abilityIsToldApartIntoStudentExerciseAndQuestion() {
    FeatureSet set = FeatureSet.of("ability");
    double[] theta = new double[set.size()];
    theta[set.features().indexOf("ability_logit")] = 1;
    float[] x = features(set, "e", "hard");
    Explanation explanation = Explanation.of(set, theta, new double[set.size()], x, 0);
    assertEquals(3, explanation.reasons().size());
    assertEquals(
        x[set.features().indexOf("ability_general")],
        contribution(explanation, Subject.STUDENT),
        1e-9);
    assertEquals(
        x[set.features().indexOf("ability_local")],
        contribution(explanation, Subject.EXERCISE),
        1e-9);
  }

  private static double contribution(Explanation explanation, Subject subject) {
    return explanation.reasons().stream()
        .filter(reason -> reason.subject() == subject)
        .mapToDouble(Reason::contribution)
        .sum();
  }
}

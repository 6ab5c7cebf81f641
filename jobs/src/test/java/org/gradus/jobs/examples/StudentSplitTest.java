package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Test;

public class StudentSplitTest {
  private final Configuration configuration = new Configuration(false);

  private static StudentHistory student(String id, String fold) {
    return new StudentHistory(id, List.of(Attempt.on("e").fold(fold).build()));
  }

  private int heldOut(Variant variant) {
    return heldOutStudents(variant).size();
  }

  private Set<String> heldOutStudents(Variant variant) {
    variant.applyTo(configuration);
    StudentSplit split = StudentSplit.of(configuration);
    Set<String> heldOut = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      if (split.roleOf(student("s" + i, "")) == StudentSplit.Role.HELD_OUT) {
        heldOut.add("s" + i);
      }
    }
    return heldOut;
  }

  @Test
  public void aHashHoldsOutTheShareAskedFor() {
    StudentSplit.HOLDOUT_FRACTION.set(configuration, 0.3);
    assertEquals(300, heldOut(Variant.all(configuration).get(0)), 45);
  }

  @Test
  public void tuningFoldsDivideTheTrainingStudentsAlone() {
    StudentSplit whole = StudentSplit.of(configuration);
    StudentSplit.TUNING_FOLDS.set(configuration, 4L);
    assertEquals(4, Variant.all(configuration).size());
    int[] heldOut = new int[1000];
    for (Variant variant : Variant.all(configuration)) {
      variant.applyTo(configuration);
      StudentSplit split = StudentSplit.of(configuration);
      for (int i = 0; i < heldOut.length; i++) {
        StudentSplit.Role role = split.roleOf(student("s" + i, ""));
        boolean test = whole.roleOf(student("s" + i, "")) == StudentSplit.Role.HELD_OUT;
        assertEquals(test, role == StudentSplit.Role.IGNORED);
        heldOut[i] += test || role == StudentSplit.Role.HELD_OUT ? 1 : 0;
      }
      assertEquals(200, heldOut(variant), 45);
    }
    for (int i = 0; i < heldOut.length; i++) {
      boolean test = whole.roleOf(student("s" + i, "")) == StudentSplit.Role.HELD_OUT;
      assertEquals("each once, test students never", test ? 4 : 1, heldOut[i]);
    }
  }

  @Test
  public void anotherSaltHoldsOutOthers() {
    StudentSplit one = StudentSplit.of(configuration);
    StudentSplit.SALT.set(configuration, "other");
    StudentSplit other = StudentSplit.of(configuration);
    int differing = 0;
    for (int i = 0; i < 1000; i++) {
      StudentHistory student = student("s" + i, "");
      differing += one.roleOf(student) == other.roleOf(student) ? 0 : 1;
    }
    assertTrue("only " + differing + " differ", differing > 200);
  }

  @Test
  public void aFoldColumnDecidesWhenATestFoldIsSet() {
    StudentSplit.TEST_FOLD.set(configuration, "test, 4");
    StudentSplit.IGNORED_FOLD.set(configuration, "none");
    StudentSplit split = StudentSplit.of(configuration);
    assertEquals(StudentSplit.Role.HELD_OUT, split.roleOf(student("a", "test")));
    assertEquals(StudentSplit.Role.HELD_OUT, split.roleOf(student("b", "4")));
    assertEquals(StudentSplit.Role.TRAINING, split.roleOf(student("c", "train")));
    assertEquals(StudentSplit.Role.IGNORED, split.roleOf(student("d", "none")));
  }

  @Test
  public void foldsByHashHoldEveryStudentOutOnceAndTheModelTrainsOnAll() {
    StudentSplit.FOLDS.set(configuration, "4");
    List<Variant> variants = Variant.all(configuration);
    assertEquals(
        List.of("fold-1", "fold-2", "fold-3", "fold-4", "everybody"),
        variants.stream().map(Variant::toString).collect(Collectors.toList()));
    List<Integer> sizes = new ArrayList<>();
    for (Variant variant : variants) {
      sizes.add(heldOut(variant));
    }
    assertEquals(1000, sizes.stream().mapToInt(size -> size).sum());
    assertEquals(0, (int) sizes.get(4));
  }

  @Test
  public void figuresAloneNeedNoModel() {
    StudentSplit.FOLDS.set(configuration, "2");
    assertEquals("everybody", Variant.ofModel(configuration).orElseThrow().toString());
    Variant.FIGURES_ONLY.set(configuration, true);
    StudentSplit.validate(configuration);
    assertEquals("[fold-1, fold-2]", Variant.all(configuration).toString());
    assertTrue(Variant.ofModel(configuration).isEmpty());
    Variant.REFIT.set(configuration, true);
    assertThrows(SettingsException.class, () -> StudentSplit.validate(configuration));
    Variant.REFIT.set(configuration, false);
    configuration.unset(StudentSplit.FOLDS.name());
    assertEquals("holdout", Variant.ofModel(configuration).orElseThrow().toString());
    assertThrows(SettingsException.class, () -> StudentSplit.validate(configuration));
  }

  @Test
  public void repetitionsHoldOtherStudentsOutAndTheFirstIsThePlainHoldOut() {
    Set<String> plain = heldOutStudents(Variant.all(configuration).get(0));
    StudentSplit.REPEATS.set(configuration, 3L);
    List<Variant> variants = Variant.all(configuration);
    assertEquals("[run-1, run-2, run-3, everybody]", variants.toString());
    assertEquals(plain, heldOutStudents(variants.get(0)));
    Set<String> second = heldOutStudents(variants.get(1));
    assertEquals(200, second.size(), 40);
    second.retainAll(plain);
    assertEquals(40, second.size(), 25);
    assertEquals(0, heldOut(variants.get(3)));
  }

  @Test
  public void everyRepetitionOfACrossValidationHoldsEveryStudentOutOnce() {
    StudentSplit.REPEATS.set(configuration, 2L);
    StudentSplit.FOLDS.set(configuration, "2");
    List<Variant> variants = Variant.all(configuration);
    assertEquals(
        "[fold-1-run-1, fold-2-run-1, fold-1-run-2, fold-2-run-2, everybody]", variants.toString());
    for (int run = 0; run < 2; run++) {
      Set<String> first = heldOutStudents(variants.get(2 * run));
      Set<String> second = heldOutStudents(variants.get(2 * run + 1));
      assertEquals(1000, first.size() + second.size());
      assertTrue(Collections.disjoint(first, second));
    }
    assertNotEquals(heldOutStudents(variants.get(0)), heldOutStudents(variants.get(2)));
  }

  @Test
  public void foldsByColumnTakeItsValues() {
    StudentSplit.FOLDS.set(configuration, "a,b");
    Variant.all(configuration).get(1).applyTo(configuration);
    StudentSplit split = StudentSplit.of(configuration);
    assertEquals(StudentSplit.Role.HELD_OUT, split.roleOf(student("x", "b")));
    assertEquals(StudentSplit.Role.TRAINING, split.roleOf(student("x", "a")));
  }

  @Test
  public void settingsThatDoNotGoTogetherAreRefused() {
    StudentSplit.TEST_FOLD.set(configuration, "test");
    assertThrows(SettingsException.class, () -> StudentSplit.validate(configuration));
    LogInputFormat.FOLD_COLUMN.set(configuration, "split");
    StudentSplit.validate(configuration);
    StudentSplit.REPEATS.set(configuration, 2L);
    assertThrows(SettingsException.class, () -> StudentSplit.validate(configuration));
    StudentSplit.REPEATS.set(configuration, 1L);
    StudentSplit.FOLDS.set(configuration, "5");
    assertThrows(SettingsException.class, () -> StudentSplit.validate(configuration));
    StudentSplit.TEST_FOLD.set(configuration, "");
    StudentSplit.FOLDS.set(configuration, "1");
    assertThrows(SettingsException.class, () -> StudentSplit.validate(configuration));
  }
}

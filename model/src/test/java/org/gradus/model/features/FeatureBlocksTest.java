package org.gradus.model.features;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.Trail;
import org.junit.Test;

/**
 * What must hold for every block there is: no look ahead, state survives its bytes, all names
 * distinct.
 */
public class FeatureBlocksTest {
  private final FeatureSet all =
      FeatureSet.of(
          "khan,difficulty,counts,residuals,recent,ability,item,wins,attempts,"
              + "windows,time,response,streaks,firsts,gaps,transitions");

  private static List<Attempt> attempts(long seed, int count) {
    Random random = new Random(seed);
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      attempts.add(
          Attempt.on("e" + random.nextInt(5))
              .item("i" + random.nextInt(9))
              .correct(random.nextInt(3) > 0)
              .order(i)
              .epochMillis(random.nextInt(9) == 0 ? Attempt.UNKNOWN_TIME : i * 7_000_000L)
              .secondsTaken(random.nextInt(4) == 0 ? Float.NaN : random.nextInt(90))
              .hints(random.nextInt(4) - 1)
              .answers(random.nextInt(4) - 1)
              .build());
    }
    return attempts;
  }

  @SafeVarargs
  private static DifficultyTable table(List<Attempt>... students) {
    DifficultyTable table = new DifficultyTable(20, 6);
    for (List<Attempt> student : students) {
      if (!student.isEmpty()) {
        Trail.walk(new StudentHistory("s", student), (attempt, keys) -> add(attempt, keys, table));
      }
    }
    return table;
  }

  private static void add(Attempt attempt, long[] transitions, DifficultyTable table) {
    int correct = attempt.correct() ? 1 : 0;
    table.add(attempt.exercise(), attempt.item(), correct, 1);
    for (long key : transitions) {
      if (key != Trail.NONE) {
        table.addTransition(key, correct, 1);
      }
    }
  }

  private float[][] rows(List<Attempt> attempts, StudentReplay replay) {
    float[][] rows = new float[attempts.size()][all.size()];
    for (int i = 0; i < rows.length; i++) {
      Question question = replay.question(attempts.get(i));
      replay.features(question, rows[i]);
      replay.observe(question, attempts.get(i));
    }
    return rows;
  }

  private static List<Attempt> withFlippedFrom(List<Attempt> attempts, int first) {
    List<Attempt> flipped = new ArrayList<>(attempts.subList(0, first));
    for (Attempt attempt : attempts.subList(first, attempts.size())) {
      flipped.add(
          Attempt.on(attempt.exercise())
              .item(attempt.item())
              .correct(!attempt.correct())
              .order(attempt.order())
              .epochMillis(attempt.epochMillis())
              .secondsTaken(attempt.secondsTaken() + 100)
              .hints(attempt.hints() + 1)
              .answers(attempt.answers() + 1)
              .build());
    }
    return flipped;
  }

  /**
   * The rows of a training student whose answers are in the difficulty table, as the mapper makes
   * them.
   */
  private float[][] trainingRows(List<Attempt> own, List<Attempt> others) {
    DifficultyTable table = table(others, own);
    return rows(own, new StudentReplay(all, table.without(new StudentHistory("s", own))));
  }

  @Test
  public void noFeatureOfARowSeesItsOwnLabelOrALaterOne() {
    List<Attempt> own = attempts(1, 40);
    List<Attempt> others = attempts(2, 100);
    float[][] rows = trainingRows(own, others);
    for (int i = 0; i < own.size(); i++) {
      float[][] flipped = trainingRows(withFlippedFrom(own, i), others);
      assertArrayEquals("row " + i, rows[i], flipped[i], 0f);
    }
  }

  @Test
  public void earlierLabelsDoChangeLaterRows() {
    List<Attempt> own = attempts(1, 40);
    float[] last = trainingRows(own, List.of())[39];
    float[] flipped = trainingRows(withFlippedFrom(own, 0), List.of())[39];
    int differing = 0;
    for (int i = 0; i < last.length; i++) {
      differing += last[i] == flipped[i] ? 0 : 1;
    }
    assertTrue("only " + differing + " features remember anything", differing > 100);
  }

  @Test
  public void stateGoesOnAfterItsBytes() throws IOException {
    List<Attempt> own = attempts(3, 60);
    DifficultyTable table = table(attempts(4, 200));
    float[][] expected = rows(own, new StudentReplay(all, table.view()));
    StudentReplay first = new StudentReplay(all, table.view());
    rows(own.subList(0, 30), first);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    first.write(new DataOutputStream(bytes));
    StudentReplay second = new StudentReplay(all, table.view());
    second.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    float[][] rest = rows(own.subList(30, 60), second);
    for (int i = 0; i < 30; i++) {
      assertArrayEquals("row " + (30 + i), expected[30 + i], rest[i], 0f);
    }
  }

  @Test
  public void namesAreDistinctAndAsManyAsValues() {
    assertEquals(all.size(), all.features().stream().distinct().count());
    for (int i = 0; i < all.blocks().size(); i++) {
      assertEquals(all.blocks().get(i).features().size(), all.width(i));
    }
  }

  @Test
  public void anUnknownBlockIsRefusedByName() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> FeatureSet.of("khan,nonsense"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("'nonsense'"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("residuals"));
  }

  @Test
  public void aBlockNamedTwiceIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> FeatureSet.of("khan,bias"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("'bias' is named twice"));
  }

  @Test
  public void aBlockWithAMinusIsLeftOut() {
    List<String> blocks = new ArrayList<>(FeatureSet.of("gradus").blockNames());
    blocks.remove("time");
    assertEquals(blocks, FeatureSet.of("gradus,-time").blockNames());
    assertEquals(
        List.of("bias", "item", "attempts"),
        FeatureSet.of("best-lr,windows,-windows").blockNames());
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> FeatureSet.of("-time,gradus"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("'time' cannot be left out"));
    assertThrows(IllegalArgumentException.class, () -> FeatureSet.of("pfa,-bias,-wins"));
  }

  @Test
  public void everyStateValueIsAWholeNumberOfQuanta() {
    List<Attempt> own = attempts(5, 80);
    float[][] rows = rows(own, new StudentReplay(all, table(own).view()));
    for (float[] row : rows) {
      for (int i = 7; i < 107; i++) {
        int whole = Math.round(row[i] / KnowledgeStateBlock.COORDINATE);
        assertEquals(row[i], whole * KnowledgeStateBlock.COORDINATE, 0f);
      }
    }
  }
}

package org.gradus.model.knowledge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.gradus.model.difficulty.ItemOffsets;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.ItemNumbers;
import org.gradus.model.fit.Moments;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.junit.Test;

/** Offsets from a reducer's line over the model's files to the prediction. */
public class ItemOffsetsTest {
  private static final String EXERCISE = "exercise_1";
  private static final int[] KEYS =
      java.util.stream.IntStream.of(
              ItemOffsets.key(EXERCISE, "q1"), ItemOffsets.key(EXERCISE, "q2"))
          .sorted()
          .toArray();

  private static ItemOffsets offsets(double first, double second) {
    boolean ordered = KEYS[0] == ItemOffsets.key(EXERCISE, "q1");
    double[] values = ordered ? new double[] {first, second} : new double[] {second, first};
    ItemOffsets offsets = ItemOffsets.of(KEYS, values);
    return ItemOffsets.fromJson((List<?>) JsonReader.read(JsonWriter.write(offsets.toJson())));
  }

  private static KnowledgeModel model(ItemOffsets offsets, double precision) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (String line : SmallModels.lines("gradus", 3, 1).split("\n", -1)) {
      if (!line.isEmpty()) {
        ExerciseParameters parameters = ExerciseParameters.fromJson(line);
        boolean here = parameters.exercise().equals(EXERCISE);
        ItemCounts counts = parameters.counts().with(here ? offsets : ItemOffsets.NONE);
        lines.append(parameters.withItems(counts).toJson()).append('\n');
      }
    }
    Map<String, Object> header = SmallModels.header("gradus", 1);
    header.put("itemPrecision", precision);
    FeatureSet set = FeatureSet.of("gradus");
    ExampleMatrix row = new ExampleMatrix(set.size());
    row.append(new float[set.size()], true);
    Moments moments = new Moments(set.widths());
    moments.add(row, new double[set.size()]);
    ExerciseSpread spread = new ExerciseSpread(EXERCISE, moments, null);
    return KnowledgeModel.read(
        new StringReader(JsonWriter.write(header)),
        new BufferedReader(new StringReader(lines.toString())),
        new BufferedReader(new StringReader(spread.toJson())));
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }

  @Test
  public void itIsAddedToTheLogitOfItsItemAlone() throws Exception {
    StudentState with = model(offsets(0.75, -0.5), 10).newStudent();
    StudentState without = model(ItemOffsets.NONE, 10).newStudent();
    for (int i = 0; i < 30; i++) {
      with.observe(SmallModels.answer(1, i, 3));
      without.observe(SmallModels.answer(1, i, 3));
    }
    Map<String, Double> expected = Map.of("q1", 0.75, "q2", -0.5, "q3", 0.0, "unknown", 0.0);
    expected.forEach(
        (item, offset) ->
            assertEquals(
                item,
                logit(without.predict(EXERCISE, item)) + offset,
                logit(with.predict(EXERCISE, item)),
                1e-7));
    assertEquals(without.predict("exercise_2", "q1"), with.predict("exercise_2", "q1"), 0);
    assertEquals(without.predict(EXERCISE, ""), with.predict(EXERCISE, ""), 0);
  }

  @Test
  public void explanationsCountItToTheQuestion() throws Exception {
    StudentState with = model(offsets(0.75, -0.5), 10).newStudent();
    StudentState without = model(ItemOffsets.NONE, 10).newStudent();
    double added =
        with.explain(EXERCISE, "q2").blocks().get("difficulty")
            - without.explain(EXERCISE, "q2").blocks().get("difficulty");
    assertEquals(-0.5, added, 1e-9);
    assertEquals(with.predict(EXERCISE, "q2"), with.explain(EXERCISE, "q2").probability(), 1e-12);
    double sum =
        with.explain(EXERCISE, "q2").reasons().stream().mapToDouble(r -> r.contribution()).sum();
    assertEquals(
        with.explain(EXERCISE, "q2").logit() - with.explain(EXERCISE, "q2").averageLogit(),
        sum,
        1e-9);
  }

  @Test
  public void theyHaveAWeightAmongTheBlocks() throws Exception {
    List<BlockWeight> weights = model(offsets(0.75, -0.5), 10).blocks(EXERCISE);
    BlockWeight last = weights.get(weights.size() - 1);
    assertEquals("item_offsets", last.block());
    assertEquals(2, last.features());
    // Five items of 100 attempts each: offsets .75, -.5, 0, 0, 0.
    assertEquals(Math.sqrt((0.5625 + 0.25) / 5 - 0.0025), last.deviation(), 1e-6);
    assertEquals(1, weights.stream().mapToDouble(BlockWeight::share).sum(), 1e-9);
    assertTrue(
        model(ItemOffsets.NONE, 10).blocks(EXERCISE).stream()
            .noneMatch(weight -> weight.block().equals("item_offsets")));
  }

  /** Of an exercise that training has not seen, with thetas that do not stray at all. */
  @Test
  public void intervalsCoverWhatIsUncertainAboutThem() throws Exception {
    Map<String, Object> header = SmallModels.header("gradus", 1);
    double[] precise = new double[FeatureSet.of("gradus").size()];
    java.util.Arrays.fill(precise, 1e12);
    header.put("priorPrecision", precise);
    header.put("itemPrecision", 4);
    KnowledgeModel model =
        KnowledgeModel.read(
            new StringReader(JsonWriter.write(header)), new BufferedReader(new StringReader("")));
    StudentState student = model.newStudent();
    assertEquals(0.5, student.predictWithInterval("unseen", "q1").standardError(), 1e-4);
    assertEquals(0, student.predictWithInterval("unseen", "").standardError(), 1e-4);
  }

  @Test
  public void aModelOfBeforeHasNone() throws Exception {
    Map<String, Object> header = SmallModels.header("gradus", 1);
    header.put("format", "gradus-model-1");
    KnowledgeModel old =
        KnowledgeModel.read(
            new StringReader(JsonWriter.write(header)),
            new BufferedReader(new StringReader(SmallModels.lines("gradus", 3, 1))));
    assertEquals(
        model(ItemOffsets.NONE, 10).newStudent().predict(EXERCISE, "q1"),
        old.newStudent().predict(EXERCISE, "q1"),
        0);
  }

  @Test
  public void keysTellItemsOfExercisesApartAndAreNeverThatOfNone() {
    assertEquals(ItemNumbers.NO_KEY, ItemOffsets.key(EXERCISE, ""));
    assertNotEquals(ItemOffsets.key(EXERCISE, "q1"), ItemOffsets.key("exercise_2", "q1"));
    for (int i = 0; i < 1000; i++) {
      assertNotEquals(ItemNumbers.NO_KEY, ItemOffsets.key(EXERCISE, "q" + i));
    }
  }
}

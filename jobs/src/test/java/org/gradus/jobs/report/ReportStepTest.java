package org.gradus.jobs.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ReportStepTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path evaluation;

  @Before
  public void folders() {
    evaluation = temporary.getRoot().toPath().resolve("evaluation");
  }

  private ReportRun reported() {
    return new ReportRun(evaluation, temporary.getRoot().toPath().resolve("report"));
  }

  /** Six attempts on two exercises; the baseline always says .5 or .75. */
  private static SimulatedEvaluation small() {
    return new SimulatedEvaluation()
        .add("a", 0.9, 0.75, true, 1)
        .add("a", 0.8, 0.75, true, 2)
        .add("a", 0.7, 0.75, false, 3)
        .add("a", 0.6, 0.75, true, 4)
        .add("b", 0.3, 0.5, false, 1)
        .add("b", 0.2, 0.5, true, 2)
        .exercise("c");
  }

  @Test
  public void metricsAreThoseComputedByHand() throws IOException {
    small().write(evaluation);
    Members metrics = reported().run().metrics();
    double lossA = -(Math.log(.9) + Math.log(.8) + Math.log(.3) + Math.log(.6));
    double lossB = -(Math.log(.7) + Math.log(.2));
    assertEquals(5.0 / 8, metrics.number("auc"), 1e-12);
    assertEquals((lossA + lossB) / 6, metrics.number("log_loss"), 1e-8);
    assertEquals(Math.sqrt(1.43 / 6), metrics.number("rmse"), 1e-8);
    assertEquals(4.0 / 6, metrics.number("accuracy"), 1e-12);
    assertEquals(2.5 / 6, metrics.number("calibration_error"), 1e-8);
    assertEquals(6, metrics.count("attempts"));
    assertEquals(7, metrics.count("students"));
    assertEquals(3, metrics.count("exercises"));
    assertEquals(2, metrics.count("exercises_fitted"));
    assertEquals(1000, metrics.count("training_attempts"));
    assertEquals(40, metrics.count("training_students"));
    assertEquals("gradus", metrics.text("feature_set"));
    assertEquals(List.of("bias", "ewma_3"), metrics.texts("features"));
  }

  /** Of the 8 pairs .75 beats .5 three times, loses once and ties four times. */
  @Test
  public void baselinesHaveTheSameMetrics() throws IOException {
    small().write(evaluation);
    Members baselines = new Members(reported().run().metrics().object("baselines"));
    Members mean = new Members(baselines.object("exercise mean"));
    assertEquals((3 + 4 * 0.5) / 8, mean.number("auc"), 1e-12);
    double loss = -(3 * Math.log(.75) + Math.log(.25) + 2 * Math.log(.5));
    assertEquals(loss / 6, mean.number("log_loss"), 1e-8);
  }

  /** Exercise a wins 2 of its 3 pairs, b none of its one, c has no attempts. */
  @Test
  public void meansOverExercisesArePlainAndWeighted() throws IOException {
    small().write(evaluation);
    Members metrics = reported().run().metrics();
    Members over = new Members(metrics.object("over_exercises"));
    Members auc = new Members(over.object("auc"));
    assertEquals((2.0 / 3 + 0) / 2, auc.number("mean"), 1e-12);
    assertEquals((4 * 2.0 / 3) / 6, auc.number("weighted_mean"), 1e-12);
    assertEquals(2, auc.count("exercises"));
    Members loss = new Members(over.object("log_loss"));
    assertEquals(metrics.number("log_loss"), loss.number("weighted_mean"), 1e-12);
  }

  @Test
  public void metricsComeInAFixedOrderOneALine() throws IOException {
    small().write(evaluation);
    String json = reported().run().file("metrics.json");
    assertTrue(
        json, json.startsWith("{\n  \"format\": \"gradus-metrics-1\",\n  \"auc\": 0.625,\n"));
    assertTrue(json.endsWith("}\n"));
    assertFalse(json.contains("NaN"));
  }

  @Test
  public void aModelWorseThanABaselineIsWarnedOf() throws IOException {
    new SimulatedEvaluation()
        .add("a", 0.9, 0.5, false, 1)
        .add("b", 0.5, 0.5, true, 1)
        .write(evaluation);
    ReportRun run = reported().run();
    String sentence =
        "the model predicts held-out answers worse than the baseline 'exercise mean': its log loss"
            + " is 1.4979, that of 'exercise mean' is 0.6931";
    assertEquals(sentence, run.figures().get("warning"));
    String page = run.file("index.html").replace("&#39;", "'");
    assertTrue(page.contains("Warning: " + sentence + "."));
  }

  @Test
  public void aModelNoWorseThanItsBaselinesIsNotWarnedOf() throws IOException {
    new SimulatedEvaluation()
        .add("a", 0.500001, 0.5, false, 1)
        .add("b", 0.5, 0.5, true, 1)
        .write(evaluation);
    ReportRun run = reported().run();
    assertFalse(run.figures().containsKey("warning"));
    assertFalse(run.file("index.html").contains("worse than the baseline"));
  }

  @Test
  public void withoutHeldOutAttemptsMetricsAreNullAndThePageSaysSo() throws IOException {
    new SimulatedEvaluation().exercise("a").exercise("b").write(evaluation);
    ReportRun run = reported().run();
    String json = run.file("metrics.json");
    assertTrue(json, json.contains("\"auc\": null,\n  \"log_loss\": null,"));
    assertEquals(0, run.metrics().count("attempts"));
    String page = run.file("index.html");
    assertTrue(page.contains("No attempts were held out"));
    assertFalse(page.substring(0, page.indexOf("Chart.js v4")).contains("NaN"));
    assertTrue(run.figures().get("note").toString().contains("no student was held out"));
  }

  @Test
  public void withOneOutcomeOnlyTheAucIsMissingAndThePageSaysSo() throws IOException {
    new SimulatedEvaluation().add("a", 0.8, 0.5, true, 1).write(evaluation);
    ReportRun run = reported().run();
    assertTrue(run.metrics().isAbsent("auc"));
    assertEquals(-Math.log(.8), run.metrics().number("log_loss"), 1e-8);
    String page = run.file("index.html");
    assertTrue(page.contains("Every held-out attempt was correct, so the AUC is not defined"));
    assertFalse(page.contains("No attempts were held out"));
  }

  @Test
  public void foldsArePooledAndGivenWithMeanAndDeviation() throws IOException {
    new SimulatedEvaluation()
        .add("a", 0.9, 0.5, true, 1)
        .add("a", 0.8, 0.5, false, 2)
        .write(evaluation.resolve("fold-2"));
    new SimulatedEvaluation()
        .add("a", 0.6, 0.5, true, 1)
        .add("b", 0.7, 0.5, false, 1)
        .write(evaluation.resolve("fold-10"));
    ReportRun run = reported().run();
    Members metrics = run.metrics();
    assertEquals(4, metrics.count("attempts"));
    assertEquals(14, metrics.count("students"));
    assertEquals(1000, metrics.count("training_attempts"));
    assertEquals("pairs over both folds", 0.5, metrics.number("auc"), 1e-12);
    assertEquals("folds alone have 1 and 0", 0.5, mean(metrics, "auc"), 1e-12);
    assertEquals(Math.sqrt(0.5), deviation(metrics, "auc"), 1e-12);
    double first = -(Math.log(.9) + Math.log(.2)) / 2;
    double second = -(Math.log(.6) + Math.log(.3)) / 2;
    assertEquals((first + second) / 2, mean(metrics, "log_loss"), 1e-8);
    assertEquals(Math.abs(first - second) / Math.sqrt(2), deviation(metrics, "log_loss"), 1e-8);
    String json = run.file("metrics.json");
    assertTrue(json.indexOf("\"fold-2\"") < json.indexOf("\"fold-10\""));
    assertTrue(run.file("index.html").contains("<th scope=\"row\">fold-10</th>"));
  }

  private static double mean(Members metrics, String metric) {
    return new Members(metrics.object("mean")).number(metric);
  }

  private static double deviation(Members metrics, String metric) {
    return new Members(metrics.object("standard_deviation")).number(metric);
  }

  /** In exercise a the folds have 2 and 1 held-out attempts. */
  @Test
  public void anExerciseIsPooledByItsAttempts() throws IOException {
    SimulatedEvaluation first = new SimulatedEvaluation();
    first.add("a", 0.9, 0.5, true, 1).add("a", 0.8, 0.5, false, 2);
    first.write(evaluation.resolve("fold-1"));
    new SimulatedEvaluation().add("a", 0.6, 0.5, true, 1).write(evaluation.resolve("fold-2"));
    String[] lines = reported().run().file("exercises.csv").split("\r\n", -1);
    double loss = -(Math.log(.9) + Math.log(.2) + Math.log(.6)) / 3;
    double rmse = Math.sqrt((.01 + .64 + .16) / 3);
    assertEquals("heading, a, and what follows the last line end", 3, lines.length);
    assertEquals(
        String.format(
            "a,fitted,20,0.750000,4,3,0.666667,0.766667,%1$.6f,%2$.6f,%3$.6f,1.000000,%4$.6f,"
                + "0.666667,exercise mean,%2$.6f,%3$.6f",
            loss, Math.log(2), Math.log(2) - loss, rmse),
        lines[1]);
  }

  /** The model has .511 on a and .983 on b, the exercise's mean .562 and .693. */
  @Test
  public void everyBaselineIsThereForEveryExerciseAndTheBestIsNamed() throws IOException {
    small()
        .published("a", "best-lr", 0.4, 0.75)
        .published("b", "best-lr", 0.9, 0)
        .published("a", "irt", 0.6, 0.25)
        .published("b", "irt", 1.5, 1)
        .write(evaluation);
    ReportRun run = reported().run();
    String[] lines = run.file("exercises.csv").split("\r\n", -1);
    String end = ",best_lr_log_loss,best_lr_auc,irt_log_loss,irt_auc";
    assertTrue(lines[0], lines[0].endsWith(",best_baseline_gain" + end));
    String[] a = lines[1].split(",", -1);
    assertEquals("best-lr", a[14]);
    assertEquals(0.4 - Double.parseDouble(a[8]), Double.parseDouble(a[16]), 2e-6);
    assertTrue(lines[1], lines[1].endsWith(",0.400000,0.750000,0.600000,0.250000"));
    assertTrue(lines[2], lines[2].contains(",exercise mean,0.693147,"));
    assertTrue("c has no held-out attempts: " + lines[3], lines[3].endsWith(",,,,,,,"));
    Members baselines = new Members(run.metrics().object("baselines"));
    Members over = new Members(new Members(baselines.object("irt")).object("over_exercises"));
    assertEquals(2, over.count("model_has_lower_log_loss"));
    Members loss = new Members(over.object("log_loss"));
    assertEquals((0.6 + 1.5) / 2, loss.number("mean"), 1e-12);
    assertEquals((4 * 0.6 + 2 * 1.5) / 6, loss.number("weighted_mean"), 1e-12);
    assertTrue(run.file("index.html").contains("<td>2 of 2</td></tr>"));
    assertTrue(run.file("index.html").contains("<td>0 of 2</td></tr>"));
  }

  /** Three held-out attempts in the first fold, one in the second, none in the third. */
  @Test
  public void baselinesOfAnExerciseArePooledOverFolds() throws IOException {
    SimulatedEvaluation first = new SimulatedEvaluation();
    for (int i = 1; i <= 3; i++) {
      first.add("a", 0.9, 0.5, i < 3, i);
    }
    first.published("a", "irt", 0.3, 0.6).write(evaluation.resolve("fold-1"));
    SimulatedEvaluation second = new SimulatedEvaluation().add("a", 0.6, 0.5, true, 1);
    second.published("a", "irt", 0.7, 0.8).write(evaluation.resolve("fold-2"));
    SimulatedEvaluation third = new SimulatedEvaluation().exercise("a").add("b", 0.6, 0.5, true, 1);
    third.published("b", "irt", 0.1, 0.5).write(evaluation.resolve("fold-3"));
    String[] lines = reported().run().file("exercises.csv").split("\r\n", -1);
    assertTrue(lines[1], lines[1].endsWith(",0.400000,0.650000"));
  }

  @Test
  public void foldsOfDifferentFeatureSetsAreRefused() throws IOException {
    small().write(evaluation.resolve("fold-1"));
    small().featureSet("khan").write(evaluation.resolve("fold-2"));
    assertRefused("'fold-1' and 'fold-2' were trained with different features");
  }

  @Test
  public void filesThatAreNotAnEvaluationAreRefusedByPlace() throws IOException {
    Files.createDirectories(evaluation);
    assertRefused("exercises.jsonl: there is no such file");
    small().with("format", "gradus-evaluation-9").write(evaluation);
    assertRefused("'gradus-evaluation-9'");
    small().with("evaluations", Map.of()).write(evaluation);
    assertRefused("overall.json: 'model' must be an object, not null");
    small().with("students", -1L).write(evaluation);
    assertRefused("'students' must be a count, not -1");
    small().write(evaluation);
    List<String> lines = Files.readAllLines(evaluation.resolve("exercises.jsonl"));
    Files.write(evaluation.resolve("exercises.jsonl"), lines.subList(0, 1));
    assertRefused("counts 6 held-out attempts, but the exercises listed beside it have 4");
    Files.write(evaluation.resolve("exercises.jsonl"), List.of(lines.get(0), lines.get(0)));
    assertRefused("exercises.jsonl:2: exercise 'a' is there twice");
    Files.write(evaluation.resolve("exercises.jsonl"), List.of("{\"exercise\":\"a\",\"fit\""));
    assertRefused("exercises.jsonl:1: JSON has");
  }

  private void assertRefused(String words) {
    DataException refusal = assertThrows(DataException.class, () -> reported().run());
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(words));
  }

  @Test
  public void aSettingOutOfRangeIsRefused() throws IOException {
    small().write(evaluation);
    ReportRun run = reported().set("gradus.report.min-attempts", "0");
    assertThrows(SettingsException.class, run::run);
  }

  @Test
  public void theSummaryGetsTheFiguresThatMatter() throws IOException {
    small().write(evaluation);
    Map<String, Object> figures = reported().run().figures();
    assertEquals(6L, figures.get("held-out attempts"));
    assertEquals(0.625, figures.get("AUC"));
    assertEquals("report/index.html", figures.get("page"));
  }
}

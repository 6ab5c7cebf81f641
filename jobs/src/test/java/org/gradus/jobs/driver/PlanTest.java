package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.SettingsException;
import org.junit.Test;

public class PlanTest {
  private static Step step(String name, String reads, String writes) {
    return new StubStep(name, reads, writes);
  }

  private static String order(String target, Step... steps) {
    return Plan.toward(target, List.of(steps), new Configuration()).steps().stream()
        .map(Step::name)
        .collect(Collectors.joining(" "));
  }

  private static String refusal(String target, Step... steps) {
    return assertThrows(SettingsException.class, () -> order(target, steps)).getMessage();
  }

  @Test
  public void orderFollowsFromReadsAndWritesAlone() {
    Step train = step("train", "prior histories difficulty", "model");
    Step prior = step("prior", "histories difficulty", "prior");
    Step difficulty = step("difficulty", "histories", "difficulty");
    Step sort = step("sort", "", "histories census");
    assertEquals("sort difficulty prior train", order("model", train, prior, difficulty, sort));
    assertEquals("sort difficulty prior train", order("model", sort, difficulty, prior, train));
  }

  @Test
  public void stepsThatTheTargetDoesNotNeedAreLeftOut() {
    assertEquals("sort", order("histories", step("sort", "", "histories"), step("x", "", "y")));
  }

  @Test
  public void aRunMayEndWithSeveralDatasets() {
    Step sort = step("sort", "", "histories");
    Step train = step("train", "histories", "model");
    Step features = step("features", "histories", "rows");
    assertEquals("sort features train", order("rows, model", train, features, sort));
    assertEquals(
        "No step writes dataset '', which the run ends with; there are: histories.",
        refusal("", sort));
  }

  @Test
  public void oneStepAloneIsThatStep() {
    Step sort = step("sort", "", "histories");
    Step train = step("train", "histories", "model");
    Plan plan = Plan.only(train, List.of(sort, train), new Configuration());
    assertEquals(List.of(train), plan.steps());
    assertEquals(sort, plan.writer("histories"));
  }

  @Test
  public void aCircleIsNamed() {
    assertEquals(
        "Steps read from each other in a circle: b reads c reads b.",
        refusal("a1", step("a", "b1", "a1"), step("b", "c1", "b1"), step("c", "b1", "c1")));
  }

  @Test
  public void aDatasetThatNobodyWritesIsNamed() {
    assertEquals(
        "No step writes dataset 'logs', which step 'sort' reads; there are: histories.",
        refusal("histories", step("sort", "logs", "histories")));
    assertEquals(
        "No step writes dataset 'modle', which the run ends with; there are: model.",
        refusal("modle", step("train", "", "model")));
  }

  @Test
  public void aDatasetThatTwoWriteIsNamed() {
    assertEquals(
        "Dataset 'model' is written by two steps, 'one' and 'two': only one of them can be used.",
        refusal("model", step("one", "", "model"), step("two", "", "model")));
  }

  @Test
  public void twoStepsOfOneNameAreRefused() {
    assertEquals(
        "Two steps are named 'one': remove one of their jars.",
        refusal("x", step("one", "", "x"), step("one", "", "y")));
  }
}

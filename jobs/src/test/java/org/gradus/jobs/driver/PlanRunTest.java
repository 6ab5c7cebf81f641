package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A plan like a diamond: top, then left and right, then bottom. */
public class PlanRunTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration settings = new Configuration();
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch leftIsRunning = new CountDownLatch(1);
  private final CountDownLatch rightIsRunning = new CountDownLatch(1);
  private Path work;

  @Before
  public void nameAWorkFolder() {
    work = folder.getRoot().toPath().resolve("work");
    RunKeys.WORK.set(settings, work.toString());
    RunKeys.STEPS_AT_ONCE.set(settings, 2L);
  }

  private static void meet(CountDownLatch own, CountDownLatch other)
      throws IOException, InterruptedException {
    own.countDown();
    if (!other.await(60, TimeUnit.SECONDS)) {
      throw new IOException("the other step is not running at the same time");
    }
  }

  private StubStep left(StubStep.Work then) {
    return new StubStep(
        "left",
        "a",
        "b",
        context -> {
          meet(leftIsRunning, rightIsRunning);
          then.run(context);
        });
  }

  private StubStep right(StubStep.Work then) {
    return new StubStep(
        "right",
        "a",
        "c",
        context -> {
          meet(rightIsRunning, leftIsRunning);
          then.run(context);
        });
  }

  private String run(Step left, Step right) throws IOException, InterruptedException {
    Step top = new StubStep("top", "", "a");
    Step bottom = new StubStep("bottom", "b c", "d");
    Progress progress =
        new Progress() {
          @Override
          public void stepStarted(String step, int number, int ofSteps) {
            said.add(number + "/" + ofSteps + " " + step);
          }

          @Override
          public void stepEnded(StepOutcome outcome) {
            said.add(outcome.step() + " " + outcome.state());
          }
        };
    Plan plan = Plan.toward("d", List.of(top, left, right, bottom), settings);
    return new Runner(settings, progress)
        .run(plan).stream()
            .map(outcome -> outcome.step() + " " + outcome.state())
            .collect(Collectors.joining(", "));
  }

  @Test
  public void stepsThatDoNotNeedEachOtherRunSideBySide() throws Exception {
    StubStep.Work nothing = context -> {};
    assertEquals("top RUN, left RUN, right RUN, bottom RUN", run(left(nothing), right(nothing)));
    assertEquals(
        "top SKIPPED, left SKIPPED, right SKIPPED, bottom SKIPPED",
        run(left(nothing), right(nothing)));
  }

  @Test
  public void oneAtATimeEachEndsBeforeTheNextStarts() throws Exception {
    RunKeys.STEPS_AT_ONCE.set(settings, 1L);
    run(new StubStep("left", "a", "b"), new StubStep("right", "a", "c"));
    assertEquals("1/4 top, top RUN, 2/4 left, left RUN, 3/4 right, right RUN", said(6));
    RunKeys.STEPS_AT_ONCE.set(settings, 2L);
    Files.delete(work.resolve("left/manifest.json"));
    Files.delete(work.resolve("right/manifest.json"));
    said.clear();
    run(new StubStep("left", "a", "b"), new StubStep("right", "a", "c"));
    assertEquals("1/4 top, top SKIPPED, 2/4 left, 3/4 right", said(4));
  }

  private String said(int first) {
    return String.join(", ", said.subList(0, first));
  }

  @Test
  public void whatRunsBesideAFailureEndsFirstAndTheNextRunKeepsIt() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    StubStep left =
        left(
            context -> {
              throw new IOException("no left shoe");
            });
    Progress waits =
        new Progress() {
          @Override
          public void note(String line) {
            said.add(line);
            failed.countDown();
          }
        };
    StubStep right = right(context -> assertTrue("is told", failed.await(60, TimeUnit.SECONDS)));
    Plan plan =
        Plan.toward(
            "d",
            List.of(new StubStep("top", "", "a"), left, right, new StubStep("bottom", "b c", "d")),
            settings);
    IOException failure =
        assertThrows(IOException.class, () -> new Runner(settings, waits).run(plan));
    assertTrue(
        failure.getMessage(), failure.getMessage().startsWith("Step 'left' failed: no left shoe."));
    assertEquals(List.of("step 'left' failed; waiting for the end of right"), said);
    assertTrue(Files.exists(work.resolve("right/manifest.json")));
    assertFalse("nothing is started after it", Files.exists(work.resolve("bottom")));
    assertEquals(
        "top SKIPPED, left RUN, right SKIPPED, bottom RUN",
        run(new StubStep("left", "a", "b"), right));
  }

  @Test
  public void allFailuresAreToldInTheOrderOfThePlan() {
    StubStep.Work noDisk =
        context -> {
          throw new IOException("no disk");
        };
    StubStep.Work noData =
        context -> {
          throw new DataException("Line 7 is empty.");
        };
    IOException failure = assertThrows(IOException.class, () -> run(left(noDisk), right(noData)));
    String text = failure.getMessage();
    assertTrue(text, text.startsWith("2 steps failed. Step 'left' failed: no disk. What it "));
    assertTrue(text, text.endsWith(" Step 'right' failed: Line 7 is empty."));
    DataException refusal =
        assertThrows(DataException.class, () -> run(left(noData), right(noData)));
    assertEquals(
        "2 steps failed. Step 'left' failed: Line 7 is empty. Step 'right' failed: Line 7 is"
            + " empty.",
        refusal.getMessage());
  }

  @Test
  public void anErrorIsThrownAsItIs() {
    StubStep left =
        left(
            context -> {
              throw new StackOverflowError("too deep");
            });
    assertThrows(StackOverflowError.class, () -> run(left, right(context -> {})));
  }

  @Test
  public void allStepsAreValidatedBeforeTheFirstOneStarts() {
    Step bottom =
        new StubStep("bottom", "b", "d") {
          @Override
          public void validate(Configuration configuration) {
            throw new SettingsException("The last step cannot be run like this.");
          }
        };
    Plan plan =
        Plan.toward(
            "d",
            List.of(
                new StubStep("top", "", "a", context -> said.add("top runs")),
                new StubStep("left", "a", "b"),
                bottom),
            settings);
    assertThrows(SettingsException.class, () -> new Runner(settings, Progress.SILENT).run(plan));
    assertEquals(List.of(), said);
    assertFalse("not even the folder is made", Files.exists(work));
  }
}

package org.gradus.jobs.monitor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.features.StudentAbility;
import org.gradus.model.hash.StableHash;
import org.junit.Test;

/** Students and questions that are other ones than at training. */
public class MonitorDriftTest extends MonitoredLogs {
  @Test
  public void otherQuestionsAndOlderStudentsAreDrift() throws IOException {
    for (int i = 0; i < 600; i++) {
      answer("s" + i, "addition", "easy", i % 2 == 0, "2026-01-05T10:00:00Z");
    }
    write(1);
    refuses(4, "the drift (PSI) of feature difficulty is", "--from", "2026-01-05");
    assertFalse(said(err), said(err).contains("feature history"));
    refuses(
        4,
        "the drift (PSI) of feature history is",
        "--from",
        "2026-01-05",
        "-Dgradus.monitor.drift-features=history");
  }

  /** On the day, and but for difficulty among the 250 held out at training. */
  @Test
  public void aHandfulOfStudentsIsNoPopulation() throws IOException {
    for (int i = 0; i < 600; i++) {
      String time = String.format("2026-01-05T10:%02d:%02dZ", i / 60, i % 60);
      answer("s" + i % 199, "addition", "easy", i % 2 == 0, time);
      answer("s" + i % 300, "addition", "easy", i % 2 == 0, time.replace("05T", "06T"));
    }
    write(1);
    String features = "-Dgradus.monitor.drift-features=difficulty,history";
    assertEquals(
        said(err),
        0,
        monitor(
            "--from",
            "2026-01-05",
            "--to",
            "2026-01-06",
            features,
            "-Dgradus.monitor.max-drift=99"));
    assertTrue(
        said(out),
        said(out)
            .contains(
                "On 1 of 2 days the drift of difficulty, history is not judged: fewer than 200"));
    assertEquals(said(err), 0, monitor("--from", "2026-01-05", features));
    String fewer = "-Dgradus.monitor.min-students=199";
    refuses(4, "the drift (PSI) of feature difficulty", "--from", "2026-01-05", features, fewer);
    assertTrue(said(err), said(err).contains("the drift (PSI) of feature history"));
    String more = "-Dgradus.monitor.min-students=251";
    refuses(4, "the drift (PSI) of feature difficulty", "--from", "2026-01-06", features, more);
    assertFalse(said(err), said(err).contains("feature history"));
  }

  /** Outcomes of one student who answers easy and hard questions in turn, of some mean ability. */
  private static List<Attempt> outcomes(double mean, String student) {
    Random random = new Random(StableHash.of(student));
    double ability = mean + random.nextGaussian();
    List<Attempt> outcomes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String item = i % 2 == 0 ? "easy" : "hard";
      double logit = ability + CoinStore.difficulties().of("addition", item).itemLogit();
      boolean correct = random.nextDouble() < 1 / (1 + Math.exp(-logit));
      outcomes.add(Attempt.on("addition").item(item).correct(correct).order(i).build());
    }
    return outcomes;
  }

  /** A training whose held-out students have standard normal abilities. */
  private static List<Double> standardAbilities() {
    List<Double> abilities = new ArrayList<>();
    for (int student = 0; student < 400; student++) {
      StudentAbility known = new StudentAbility(CoinStore.difficulties());
      for (Attempt attempt : outcomes(0, "held out " + student)) {
        abilities.add(known.before(attempt));
        known.observe(attempt);
      }
    }
    return abilities;
  }

  private void students(int number, double mean, LocalDate date) {
    for (int student = 0; student < number; student++) {
      String name = "s" + date + student;
      for (Attempt attempt : outcomes(mean, name)) {
        String time = String.format("%sT1%d:00:00Z", date, attempt.order());
        answer(name, "addition", attempt.item(), attempt.correct(), time);
      }
    }
  }

  /** Predictions that do not look at the student neither drift nor become worse. */
  @Test
  public void weakerStudentsAreDriftOfAbilityAndOfNothingElse() throws IOException {
    store = new CoinStore(new File(store)).abilities(standardAbilities()).write();
    students(300, 0, MONDAY);
    students(300, -1.5, MONDAY.plusDays(1));
    write(2);
    String few = "-Dgradus.monitor.min-students=100";
    assertEquals(0, monitor("--from", "2026-01-05", few));
    assertFalse(said(out), said(out).contains("not in the training reference"));
    String[] both = {"--from", "2026-01-05", "--to", "2026-01-06", few};
    refuses(4, "on 2026-01-06 the drift (PSI) of feature ability is 0.5", both);
    Map<String, Object> alerts = monitored().alerts(MONDAY.plusDays(1)).orElseThrow();
    assertEquals(alerts.toString(), 1, ((List<?>) alerts.get("alerts")).size());
    double day = (Double) ((Map<?, ?>) alerts.get("drift")).get("ability");
    String window = said(out).lines().filter(line -> line.startsWith("all days")).findAny().get();
    double all = Double.parseDouble(window.trim().split(" +", -1)[9]);
    assertTrue(all + " of all days, " + day + " of one", all > 0.1 && all < day / 2);
    assertEquals(300, monitored().read(MONDAY).total().students());
    assertEquals(300 * 7, Arrays.stream(monitored().read(MONDAY).total().abilities()).sum());
    String more = "-Dgradus.monitor.min-students=301";
    assertEquals("too few to judge", 0, monitor("--from", "2026-01-06", more));
  }

  @Test
  public void abilityThatTheTrainingHasNotKeptIsSaid() throws IOException {
    answers("addition", MONDAY, 600);
    write(1);
    assertEquals(0, monitor("--from", "2026-01-05", "-Dgradus.monitor.min-students=1"));
    String sentence = "The drift of ability is not judged: it is not in the training reference of ";
    assertTrue(said(out), said(out).contains(sentence + CoinStore.VERSION));
    Map<?, ?> drift = (Map<?, ?>) monitored().alerts(MONDAY).orElseThrow().get("drift");
    assertTrue(drift.containsKey("ability"));
    assertNull(drift.get("ability"));
  }
}

package org.gradus.jobs.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.StudentSplit;
import org.junit.Test;

public class BaselineChoiceTest {
  private final Configuration configuration = new Configuration(false);

  private String chosen(String features, String baselines) {
    ExampleMapper.FEATURES.set(configuration, features);
    BaselineChoice.BASELINES.set(configuration, baselines);
    return BaselineChoice.of(configuration).toString();
  }

  @Test
  public void autoAsksForNothingThatTheModelDoesWithout() {
    assertEquals("[IRT, PFA, BEST_LR, BKT]", chosen("gradus", "auto"));
    assertEquals("[PFA, BKT]", chosen("khan", "auto"));
    assertTrue(!new TrainStep().reads(configuration).contains("difficulty"));
  }

  @Test
  public void thoseNamedAreTakenAndNeedWhatTheyNeed() {
    assertEquals("[]", chosen("gradus", "none"));
    assertEquals("[BEST_LR, BKT]", chosen("khan", "best-lr, bkt,bkt"));
    assertTrue(new TrainStep().reads(configuration).contains("difficulty"));
  }

  @Test
  public void whereNobodyIsHeldOutThereIsNothingToCompare() {
    StudentSplit.HOLDOUT_FRACTION.set(configuration, 0.0);
    assertEquals("[]", chosen("gradus", "auto"));
    StudentSplit.FOLDS.set(configuration, "5");
    assertEquals("[IRT, PFA, BEST_LR, BKT]", chosen("gradus", "auto"));
  }

  @Test
  public void anUnknownOneIsRefusedByName() {
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> chosen("gradus", "pfa,dkt"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("'pfa,dkt'"));
  }
}

package org.gradus.jobs.tune;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.gradus.io.settings.SettingsException;
import org.junit.Test;

public class GridTest {
  @Test
  public void allCombinationsTheLastSettingFastest() {
    Grid grid = new Grid("gradus.train.ridge=1, 2; gradus.features.set=gradus|bias,local");
    assertEquals(List.of("gradus.train.ridge", "gradus.features.set"), grid.names());
    assertEquals(
        "[{gradus.train.ridge=1, gradus.features.set=gradus},"
            + " {gradus.train.ridge=1, gradus.features.set=bias,local},"
            + " {gradus.train.ridge=2, gradus.features.set=gradus},"
            + " {gradus.train.ridge=2, gradus.features.set=bias,local}]",
        grid.combinations().toString());
  }

  @Test
  public void refusesWhatIsNoGridOrCannotBeTuned() {
    for (String text :
        List.of(
            "gradus.train.ridge",
            "gradus.train.ridge=",
            "gradus.train.ridge=1;gradus.train.ridge=2",
            "gradus.split.holdout-fraction=0,0.2")) {
      SettingsException refusal = assertThrows(SettingsException.class, () -> new Grid(text));
      assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("--grid cannot have '"));
    }
  }
}

package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class NearestNameTest {
  private static final List<String> NAMES = List.of("run", "report", "train", "sort");

  @Test
  public void fewestChangesWin() {
    assertEquals(Optional.of("train"), NearestName.of("tarin", NAMES));
    assertEquals(Optional.of("report"), NearestName.of("reprot", NAMES));
  }

  @Test
  public void whatIsFarFromAllIsNotGuessed() {
    assertEquals(Optional.empty(), NearestName.of("publish", NAMES));
    assertEquals(".", NearestName.question("publish", NAMES));
  }
}

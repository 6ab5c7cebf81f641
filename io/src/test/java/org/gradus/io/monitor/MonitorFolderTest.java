package org.gradus.io.monitor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.DataException;
import org.gradus.model.evaluate.DailySums;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Days and their folder. */
public class MonitorFolderTest {
  private static final LocalDate DATE = LocalDate.of(2026, 1, 5);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private File root;
  private MonitorFolder folder;

  @Before
  public void open() throws IOException {
    root = new File(temporary.getRoot(), "monitor");
    folder = MonitorFolder.at(root.getPath(), new Configuration());
  }

  private static MonitoredDay day(LocalDate date) {
    return new MonitoredDay(date, "v000001-0123456789ab");
  }

  private static void answer(MonitoredDay day, Random random) {
    DailySums one = new DailySums();
    one.add(random.nextDouble(), random.nextBoolean(), random.nextBoolean(), 3, 7, 0.5);
    day.add("exercise \"" + random.nextInt(5) + "\"", one);
  }

  @Test
  public void aDayIsReadAsItWasWritten() throws IOException {
    assertEquals(List.of(), folder.days());
    MonitoredDay day = day(DATE);
    for (int i = 0; i < 40; i++) {
      answer(day, new Random(i));
    }
    folder.write(day(DATE.plusDays(1)));
    folder.write(day);
    assertEquals(List.of(DATE, DATE.plusDays(1)), folder.days());
    assertEquals(day.text(), folder.read(DATE).text());
    assertEquals(40, folder.read(DATE).total().total().attempts());
    assertEquals("v000001-0123456789ab", folder.read(DATE).version());
    assertEquals(0, folder.read(DATE.plusDays(1)).total().total().attempts());
    folder.write(day(DATE));
    assertEquals(0, folder.read(DATE).exercises().size());
    assertEquals(1, new File(root, "day=2026-01-05").list().length);
  }

  /** Parts of a day are merged to the whole, byte for byte, in any order. */
  @Test
  public void partsOfADayMergeToTheWhole() {
    for (int seed = 0; seed < 10; seed++) {
      MonitoredDay whole = day(DATE);
      MonitoredDay[] parts = {day(DATE), day(DATE), day(DATE)};
      Random division = new Random(seed);
      for (int i = 0; i < 60; i++) {
        answer(whole, new Random(seed + 99L * i));
        answer(parts[division.nextInt(3)], new Random(seed + 99L * i));
      }
      parts[2].merge(parts[0]);
      parts[2].merge(parts[1]);
      assertEquals(whole.text(), parts[2].text());
    }
  }

  @Test
  public void alertsAreKeptBesideTheDay() throws IOException {
    assertEquals(Optional.empty(), folder.alerts(DATE));
    folder.write(day(DATE));
    folder.writeAlerts(DATE, Map.of("alerts", List.of("too quiet")));
    assertEquals(List.of("too quiet"), folder.alerts(DATE).orElseThrow().get("alerts"));
  }

  @Test
  public void aDamagedDayIsNamed() throws IOException {
    folder.write(day(DATE));
    File file = new File(root, "day=2026-01-05/exercises.jsonl.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file.toPath()))) {
      out.write("{\"format\":\"gradus-monitor-9\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    DataException refusal = assertThrows(DataException.class, () -> folder.read(DATE));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("day=2026-01-05"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("'gradus-monitor-9'"));
  }
}

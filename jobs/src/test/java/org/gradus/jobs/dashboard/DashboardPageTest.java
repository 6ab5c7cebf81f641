package org.gradus.jobs.dashboard;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.json.JsonReader;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The page as a file, without a browser. */
public class DashboardPageTest {
  private static final int DAYS = 40;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private String html() throws IOException {
    File page = DashboardRun.page(new SimulatedDays(3, DAYS, 200), folder.getRoot());
    return Files.readString(page.toPath());
  }

  private static Map<String, Object> data(String html) {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = html.indexOf(start) + start.length();
    return JsonReader.readObject(html.substring(from, html.indexOf("</script>", from)));
  }

  @Test
  public void thePageIsSelfContainedAndNamesAreNoMarkup() throws IOException {
    String html = html();
    assertFalse(html.contains("<b>broken</b>"));
    assertFalse(html.replaceAll("\\s", "").contains("src="));
    assertTrue(html.contains("default-src 'none'"));
    assertEquals(SimulatedDays.BROKEN, ((List<?>) exercises(data(html)).get(0)).get(0));
    assertEquals(html, html());
  }

  private static List<?> exercises(Map<String, Object> data) {
    return (List<?>) data.get("exercises");
  }

  /** The packed bytes, read as the script does. */
  @Test
  public void theSeriesAreThoseOfTheDays() throws IOException {
    Map<String, Object> data = data(html());
    byte[] bytes = Base64.getDecoder().decode((String) data.get("series"));
    MonitorFolder monitor =
        MonitorFolder.at(new File(folder.getRoot(), "monitor").getPath(), new Configuration());
    int at = 0;
    for (int exercise = 0; exercise < 3; exercise++) {
      for (int day = 0; day < DAYS; day++) {
        int n = bytes[at] & 127;
        n += bytes[at++] < 0 ? (bytes[at++] & 127) << 7 : 0;
        assertEquals(day == DAYS - 2 ? 0 : 200, n);
        if (n > 0) {
          PredictionSums sums =
              monitor
                  .read(SimulatedDays.FIRST.plusDays(day))
                  .exercises()
                  .get(SimulatedDays.name(exercise))
                  .total();
          int loss = (bytes[at] & 255) + 256 * (bytes[at + 1] & 255);
          assertEquals(sums.logLoss(), loss / 1e4, 0.5001e-4);
          assertEquals(sums.shareCorrect(), (bytes[at + 2] & 255) / 255.0, 0.5001 / 255);
          assertEquals(sums.meanProbability(), (bytes[at + 3] & 255) / 255.0, 0.5001 / 255);
          at += 4;
        }
      }
    }
    assertEquals(bytes.length, at);
    assertEquals(null, ((List<?>) data.get("days")).get(DAYS - 2));
    assertEquals(SimulatedDays.NEW.toString(), data.get("inForce"));
  }

  @Test
  public void withoutDaysThereIsNoPage() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    String empty = folder.getRoot().getPath();
    int code = new Gradus(Installed.onClassPath(), out, out).run("dashboard", "--monitor", empty);
    assertEquals(2, code);
    String sentence = said.toString(StandardCharsets.UTF_8);
    assertTrue(sentence, sentence.contains("There is no day in " + empty + " yet"));
  }
}

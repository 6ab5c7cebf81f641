package org.gradus.jobs.dashboard;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Clicks through the page in Chromium, where there is one. */
public class DashboardTest {
  @ClassRule public static final TemporaryFolder MADE = new TemporaryFolder();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Browser browser;

  @BeforeClass
  public static void makeThePage() throws IOException {
    assumeTrue("no Chromium on this machine", Browser.program().isPresent());
    DashboardRun.page(new SimulatedDays(30, 60, 60), MADE.getRoot());
  }

  @Before
  public void open() throws IOException {
    browser = Browser.open(page(), 1200, 900, false, folder.getRoot().toPath());
  }

  private static File page() {
    return new File(MADE.getRoot(), "dashboard.html");
  }

  @After
  public void close() {
    if (browser != null) {
      assertEquals(List.of(), browser.failures());
      browser.close();
    }
  }

  private double chart(String expression) throws IOException {
    return ((Number) browser.value("Chart.getChart(" + expression)).doubleValue();
  }

  @Test
  public void theFirstViewIsOfAllExercises() throws IOException {
    assertTrue(
        browser.text("#lead"), browser.text("#lead").contains("106,200 answers to 30 exercises"));
    assertTrue(browser.text("#lead").contains("on 59 days, 2025-03-01 to 2025-04-29"));
    assertTrue(browser.text("#news").contains("1 alert on 2025-04-29"));
    assertEquals(60, chart("'loss').data.labels.length"), 0);
    assertEquals(1800, chart("'volume').data.datasets[0].data[0]"), 0);
    assertEquals(0.5, chart("'loss').data.datasets[2].data[0]"), 0);
    assertEquals(2, chart("'loss').options.versionChanges.length"), 0);
    assertEquals(30, chart("'loss').options.versionChanges[1].at"), 0);
    assertEquals(null, browser.value("Chart.getChart('loss').data.datasets[0].data[58]"));
    assertTrue(browser.text("#versions").contains("in force"));
  }

  /** The search box by keys, as somebody without a mouse has it. */
  @Test
  public void anExerciseIsFoundByKeys() throws IOException {
    browser.value("document.getElementById('find').focus()");
    browser.type("0017");
    assertEquals(
        "true", browser.value("document.getElementById('find').getAttribute('aria-expanded')"));
    browser.press("ArrowDown", 40);
    assertEquals(
        "hit-0", browser.value("document.activeElement.getAttribute('aria-activedescendant')"));
    browser.press("Enter", 13);
    assertEquals("Shown: exercise 0017", browser.text("#chosen"));
    assertEquals("#exercise=exercise+0017", browser.value("location.hash"));
    assertEquals(60, chart("'volume').data.datasets[0].data[0]"), 0);
    browser.click("#everything");
    assertEquals("Shown: all exercises together", browser.text("#chosen"));
    assertEquals(1800, chart("'volume').data.datasets[0].data[0]"), 0);
  }

  @Test
  public void theWorstMoverLeadsToItsPlots() throws IOException {
    assertEquals(SimulatedDays.BROKEN, browser.text("#movers tbody tr:first-child th"));
    browser.click("#movers tbody tr:first-child button");
    assertEquals("Shown: " + SimulatedDays.BROKEN, browser.text("#chosen"));
    assertTrue(chart("'loss').data.datasets[0].data[59]") > 0.7);
    assertTrue(chart("'loss').data.datasets[0].data[10]") < 0.7);
    assertEquals(
        0L, ((Number) browser.value("document.querySelectorAll('main b').length")).longValue());
  }

  @Test
  public void tablesAreSearchedSortedAndSaved() throws IOException {
    assertEquals(
        "25", browser.value("String(document.querySelectorAll('#exercises tbody tr').length)"));
    browser.click("#exercises .more");
    assertEquals(
        "30", browser.value("String(document.querySelectorAll('#exercises tbody tr').length)"));
    browser.click("#exercises th:nth-child(3) button");
    assertEquals(SimulatedDays.BROKEN, browser.text("#exercises tbody th"));
    assertEquals(
        "descending",
        browser.value(
            "document.querySelector('#exercises th:nth-child(3)').getAttribute('aria-sort')"));
    browser.click("#exercises input");
    browser.type("broken");
    assertEquals("1 of 30 rows", browser.text("#exercises output"));
    browser.click("#exercises .csv");
    String csv = downloaded("exercises.csv");
    assertTrue(csv, csv.startsWith("\ufeffexercise,answers,log_loss,log_loss_at_training,"));
    assertTrue(csv, csv.contains("\r\n'" + SimulatedDays.BROKEN + ",1620,0."));
    assertEquals(2, csv.lines().count());
    browser.click("#days-details summary");
    browser.click("#days-table .csv");
    String days = downloaded("days-table.csv");
    assertEquals(61, days.lines().count());
    assertTrue(days, days.contains("\r\n2025-04-28,,,,,,,,,\r\n"));
  }

  private String downloaded(String name) throws IOException {
    Path file = folder.getRoot().toPath().resolve(name);
    for (int look = 0; look < 200 && !Files.exists(file); look++) {
      browser.until("true");
      browser.value("new Promise(done => setTimeout(done, 25))");
    }
    return Files.readString(file);
  }

  @Test
  public void fewerDaysAndAnAddressWithAChoice() throws IOException {
    browser.click("#range-28");
    assertEquals(28, chart("'loss').data.labels.length"), 0);
    assertEquals("#days=28", browser.value("location.hash"));
    browser.value("location.hash = '#exercise=exercise+0003&days=0'");
    browser.until("document.getElementById('chosen').innerText === 'Shown: exercise 0003'");
    assertEquals(60, chart("'loss').data.labels.length"), 0);
    browser.value("location.hash = '#exercise=nobody'");
    browser.until(
        "document.getElementById('chosen').innerText === 'Shown: all exercises together'");
  }

  /** A mark for each day only where they do not hide the lines; those of alerts stay. */
  @Test
  public void manyDaysAreLinesAndFewHaveMarks() throws IOException {
    File many = folder.newFolder();
    DashboardRun.page(new SimulatedDays(2, 70, 20), many);
    browser.close();
    browser = Browser.open(new File(many, "dashboard.html"), 1200, 900, false, many.toPath());
    String first = "'loss').data.datasets[0].pointRadius";
    String firsts = "'loss').data.datasets[1].pointRadius";
    assertEquals(0, chart(first + "[3]"), 0);
    assertEquals(5, chart(first + "[69]"), 0);
    assertEquals(0, chart(firsts), 0);
    browser.click("#range-28");
    assertEquals(2.5, chart(first + "[3]"), 0);
    assertEquals(3.5, chart(firsts), 0);
  }

  @Test
  public void noTableIsCutOnAScreenOfUsualWidth() throws IOException {
    browser.click("#days-details summary");
    assertEquals(
        "",
        browser.value(
            "[...document.querySelectorAll('.scroll')].filter(table => table.scrollWidth >"
                + " table.clientWidth).map(table => table.getAttribute('aria-label')).join()"));
  }

  /** Nothing is wider than a telephone, in the dark too. */
  @Test
  public void aNarrowScreenNeedsNoSidewaysScrolling() throws IOException {
    browser.close();
    browser = Browser.open(page(), 360, 800, true, folder.newFolder().toPath());
    assertEquals(
        true,
        browser.value(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    assertFalse(
        "rgb(251, 251, 249)"
            .equals(browser.value("getComputedStyle(document.body).backgroundColor")));
  }
}

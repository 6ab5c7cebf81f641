package org.gradus.jobs.dashboard;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;

/** Makes the page of simulated days, through the command. */
final class DashboardRun {
  private DashboardRun() {}

  static File page(SimulatedDays simulated, File folder) throws IOException {
    File page = new File(folder, "dashboard.html");
    String monitor = simulated.writeDays(new File(folder, "monitor"));
    String store = simulated.writeStore(new File(folder, "store"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        new Gradus(Installed.onClassPath(), out, out)
            .run("dashboard", "--monitor", monitor, "--store", store, "--output", page.getPath());
    assertEquals(said.toString(StandardCharsets.UTF_8), 0, code);
    return page;
  }
}

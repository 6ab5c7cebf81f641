package org.gradus.jobs.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;

/** {@code gradus demo}: a simulated class, a model, and a page to look at. */
public final class DemoCommand implements Command {
  static final Key<String> WORK =
      Key.text("gradus.demo.work", "gradus-demo", "Folder that the demo works in.")
          .withOption("--work");

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "Simulates a small class, trains a model on its log, and says where to look.";
  }

  @Override
  public String example() {
    return "demo";
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(WORK);
  }

  @Override
  public int run(CommandContext context) throws IOException {
    DemoFolder folder =
        new DemoFolder(new Path(WORK.get(context.configuration())), context.configuration());
    folder.open();
    int exit = generate(context, folder);
    if (exit != 0) {
      return exit;
    }
    String log = DemoFolder.plain(folder.log());
    String work = DemoFolder.plain(folder.work());
    exit = context.gradus("run", "--input", log, "--source", "gradus", "--work", work);
    return exit != 0 ? exit : tell(context.out(), folder);
  }

  private static int generate(CommandContext context, DemoFolder folder) throws IOException {
    String log = DemoFolder.plain(folder.log());
    if (folder.has(folder.truth())) {
      context.out().println("The class is there already: " + log);
      return 0;
    }
    return context.gradus("generate", "--output", log, "--dirt", "0.01");
  }

  @SuppressWarnings("unchecked")
  private static int tell(PrintStream out, DemoFolder folder) throws IOException {
    if (!folder.has(folder.metrics())) {
      out.println("The model is trained, but the report is missing; the lines above say why.");
      return 1;
    }
    Map<String, Object> model = folder.read(folder.metrics());
    Map<String, Object> truth = (Map<String, Object>) folder.read(folder.truth()).get("best");
    out.println();
    out.println("                                  log loss     AUC  accuracy");
    line(out, "fitted model, held-out students", model);
    line(out, "what the class was drawn from", truth);
    out.println(
        "The second line knows every planted ability: no model can be expected to do better.");
    out.println();
    out.println("Report   " + DemoFolder.plain(folder.page()));
    out.println("Model    " + DemoFolder.plain(new Path(folder.work(), "train/model")));
    out.println("Log      " + DemoFolder.plain(folder.log()));
    out.println("Truth    " + DemoFolder.plain(folder.truth().getParent()));
    return 0;
  }

  private static void line(PrintStream out, String what, Map<String, Object> metrics) {
    out.printf(
        Locale.ROOT,
        "%-31s   %8.4f  %6.4f  %8.4f%n",
        what,
        number(metrics, "log_loss"),
        number(metrics, "auc"),
        number(metrics, "accuracy"));
  }

  private static double number(Map<String, Object> metrics, String name) {
    Object value = metrics.get(name);
    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }
}

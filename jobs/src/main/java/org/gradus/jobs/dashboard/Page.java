package org.gradus.jobs.dashboard;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.json.JsonWriter;

/**
 * The page: a template, its style on top of that of the report, its script, the chart library and
 * the data, all in one file that needs no network.
 */
final class Page {
  private static final String SHARED = "/org/gradus/jobs/report/";

  private Page() {}

  static String html(Map<String, Object> data) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("style", resource(SHARED + "report.css") + resource("dashboard.css"));
    content.put("charts", resource(SHARED + "chart.umd.min.js"));
    content.put("script", resource("dashboard.js"));
    content.put("data", scriptSafe(JsonWriter.write(data)));
    return Mustache.compiler().compile(resource("dashboard.mustache")).execute(content);
  }

  /** JSON in which nothing can end or open an HTML element; it still reads as the same JSON. */
  private static String scriptSafe(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " from the jar.", e);
    }
  }
}

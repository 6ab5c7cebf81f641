package org.gradus.jobs.page;

import com.samskivert.mustache.Mustache;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.json.JsonWriter;

/**
 * An HTML page in one file that needs no network: a template, the style that all pages share, the
 * script and more style of this one, the chart library and the data. What the template inserts is
 * escaped, but for {@code style}, {@code charts}, {@code script} and {@code data}, which are ours.
 */
public final class SelfContainedPage {
  private final Class<?> owner;
  private final String template;
  private final String script;
  private final String style;

  /**
   * A page of resources that stand beside a class.
   *
   * @param template Mustache
   * @param style CSS on top of the shared one, empty for none
   */
  public SelfContainedPage(Class<?> owner, String template, String script, String style) {
    this.owner = owner;
    this.template = template;
    this.script = script;
    this.style = style;
  }

  /**
   * The page.
   *
   * @param words what the template names
   * @param data what the script reads, to be written as JSON
   */
  public String html(Map<String, ?> words, Object data) {
    Map<String, Object> content = new LinkedHashMap<>(words);
    String own = style.isEmpty() ? "" : resource(owner, style);
    content.put("style", resource(SelfContainedPage.class, "page.css") + own);
    content.put("charts", resource(SelfContainedPage.class, "chart.umd.min.js"));
    content.put("script", resource(owner, script));
    content.put("data", scriptSafe(JsonWriter.write(data)));
    return Mustache.compiler().compile(resource(owner, template)).execute(content);
  }

  /** JSON in which nothing can end or open an HTML element; it still reads as the same JSON. */
  static String scriptSafe(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static String resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("it is not beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read " + name + " from the jar: " + e.getMessage() + ".", e);
    }
  }
}

package org.gradus.jobs.dashboard;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * A headless Chromium with one page, driven through the Chrome DevTools Protocol: mouse and keys
 * arrive as a person's do.
 */
final class Browser implements Closeable, WebSocket.Listener {
  private static final long SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final List<String> failures = new ArrayList<>();
  private long lastId;

  private Browser(Process process, String address) {
    this.process = process;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), this)
            .join();
  }

  /** The program, where this machine has one. */
  static Optional<File> program() {
    return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  /** Opens a page in a window of so many pixels; what it downloads goes to a folder. */
  static Browser open(File page, int width, int height, boolean dark, Path folder)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program().orElseThrow().getPath(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + folder.resolve("profile")));
    command.add("about:blank");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("DevTools listening on ")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("Chromium ended with " + process.exitValue());
    }
    Thread drain = new Thread(() -> lines.lines().forEach(said -> {}));
    drain.setDaemon(true);
    drain.start();
    String port = URI.create(line.substring("DevTools listening on ".length())).getAuthority();
    Browser browser = new Browser(process, pageAddress(port));
    browser.call("Page.enable", Map.of());
    browser.call("Runtime.enable", Map.of());
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    browser.call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    browser.call(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
    browser.call("Page.navigate", Map.of("url", page.toURI().toString()));
    browser.until("document.readyState === 'complete'");
    return browser;
  }

  private static String pageAddress(String port) throws IOException {
    try (var in = URI.create("http://" + port + "/json/list").toURL().openStream()) {
      String text = "{\"pages\":" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + "}";
      for (Object page : (List<?>) JsonReader.readObject(text).get("pages")) {
        if ("page".equals(((Map<?, ?>) page).get("type"))) {
          return (String) ((Map<?, ?>) page).get("webSocketDebuggerUrl");
        }
      }
    }
    throw new IOException("Chromium has no page.");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
    part.append(text);
    if (isLast) {
      messages.add(JsonReader.readObject(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  private Map<?, ?> call(String method, Map<String, Object> parameters) throws IOException {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", ++lastId);
    message.put("method", method);
    message.put("params", parameters);
    socket.sendText(JsonWriter.write(message), true).join();
    while (true) {
      Map<String, Object> answer = next(method);
      if ("Runtime.exceptionThrown".equals(answer.get("method"))) {
        failures.add(String.valueOf(answer));
      }
      if (Long.valueOf(lastId).equals(answer.get("id"))) {
        if (answer.containsKey("error")) {
          throw new IOException(method + ": " + answer.get("error"));
        }
        return (Map<?, ?>) answer.get("result");
      }
    }
  }

  private Map<String, Object> next(String method) throws IOException {
    try {
      Map<String, Object> message = messages.poll(SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("No answer to " + method + " within " + SECONDS + " s.");
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The value of an expression in the page: a text, a number, a boolean or null. */
  Object value(String expression) throws IOException {
    Map<?, ?> result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.containsKey("exceptionDetails")) {
      throw new IOException(expression + ": " + result.get("exceptionDetails"));
    }
    return ((Map<?, ?>) result.get("result")).get("value");
  }

  /** The text of what a selector finds, as it is on the screen. */
  String text(String selector) throws IOException {
    return (String) value("document.querySelector(" + JsonWriter.write(selector) + ").innerText");
  }

  /** Waits in the page, frame by frame, until an expression is true. */
  void until(String expression) throws IOException {
    value(
        "new Promise((done, fail) => { const end = performance.now() + 20000; const look = () => ("
            + expression
            + ") ? done() : performance.now() > end ? fail('never') : setTimeout(look, 10);"
            + " look(); })");
  }

  /** Clicks into the middle of what a selector finds. */
  void click(String selector) throws IOException {
    String found = "document.querySelector(" + JsonWriter.write(selector) + ")";
    value(found + ".scrollIntoView({block: 'center'})");
    Map<String, Object> mouse = new LinkedHashMap<>();
    mouse.put("x", middle(found, "left", "width"));
    mouse.put("y", middle(found, "top", "height"));
    mouse.put("button", "left");
    mouse.put("clickCount", 1);
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      mouse.put("type", type);
      call("Input.dispatchMouseEvent", mouse);
    }
  }

  private double middle(String found, String from, String size) throws IOException {
    String box =
        "(b => b." + from + " + b." + size + " / 2)(" + found + ".getBoundingClientRect())";
    return ((Number) value(box)).doubleValue();
  }

  /** Types a text where the focus is. */
  void type(String text) throws IOException {
    call("Input.insertText", Map.of("text", text));
  }

  /** Presses a key that writes nothing, such as {@code ArrowDown}. */
  void press(String key, int code) throws IOException {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("key", key);
    event.put("code", key);
    event.put("windowsVirtualKeyCode", code);
    for (String type : new String[] {"keyDown", "keyUp"}) {
      event.put("type", type);
      call("Input.dispatchKeyEvent", event);
    }
  }

  /** Writes what is to be seen into a PNG file; the whole page when so wished. */
  void picture(Path file, boolean whole) throws IOException {
    Map<?, ?> result =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    Files.write(file, Base64.getDecoder().decode((String) result.get("data")));
  }

  /** What has gone wrong in the page's script. */
  List<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    socket.abort();
    process.destroyForcibly();
  }
}

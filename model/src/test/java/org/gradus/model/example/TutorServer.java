package org.gradus.model.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.RankedExercise;
import org.gradus.model.knowledge.StudentState;

/**
 * A web server around a model, to copy from: {@code POST /answer?student=ann&exercise=x&correct=1}
 * takes an answer in, {@code GET /predict?student=ann&exercise=x} gives P(correct), {@code GET
 * /next?student=ann} the ten exercises that the student is likeliest to answer correctly. Students
 * are kept in memory; a real server stores {@link StudentState#toBytes} with its own data.
 */
public final class TutorServer {
  private final KnowledgeModel model;
  private final Map<String, StudentState> students = new ConcurrentHashMap<>();

  private TutorServer(KnowledgeModel model) {
    this.model = model;
  }

  /** Arguments: folder of the model, port. */
  public static void main(String[] args) throws IOException {
    start(KnowledgeModel.load(Path.of(args[0])), Integer.parseInt(args[1]));
  }

  /** Starts to serve on this machine's own address; port 0 takes any. */
  static HttpServer start(KnowledgeModel model, int port) throws IOException {
    TutorServer tutor = new TutorServer(model);
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", tutor::handle);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.start();
    return server;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getQuery());
    StudentState student =
        students.computeIfAbsent(query.getOrDefault("student", ""), id -> model.newStudent());
    String text;
    synchronized (student) { // A state is for one thread at a time.
      text = reply(exchange.getRequestURI().getPath(), query, student);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(text.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String reply(String path, Map<String, String> query, StudentState student) {
    String exercise = query.getOrDefault("exercise", "unknown");
    String item = query.getOrDefault("item", "");
    switch (path) {
      case "/answer":
        boolean correct = "1".equals(query.get("correct"));
        student.observe(Attempt.on(exercise).item(item).correct(correct).build());
        return "taken in\n";
      case "/predict":
        return student.predict(exercise, item) + "\n";
      case "/next":
        List<RankedExercise> easiest = student.rank();
        return join(easiest.subList(0, Math.min(10, easiest.size())));
      default:
        return "";
    }
  }

  private static String join(List<RankedExercise> exercises) {
    StringBuilder lines = new StringBuilder();
    exercises.forEach(one -> lines.append(one).append('\n'));
    return lines.toString();
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        query.put(pair.substring(0, sign), pair.substring(sign + 1));
      }
    }
    return query;
  }
}

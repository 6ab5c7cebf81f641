package org.gradus.model.example;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.model.knowledge.KnowledgeModel;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The example program does what it says, and is short enough to be read. */
public class TutorServerTest {
  private static final String MODEL =
      "{\"format\":\"gradus-model-1\",\"blocks\":[\"bias\",\"wins\"],\"features\":[\"bias\","
          + "\"exercise_win_count\",\"exercise_fail_count\"],\"exerciseStrength\":20,\"itemStrength\":6,"
          + "\"pooledTheta\":[0,1,-1]}";
  private static final String EXERCISE =
      "{\"exercise\":\"%s\",\"attempts\":9,\"corrects\":5,\"fit\":\"fitted\",\"theta\":[%s,1,-1]}\n";

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @Before
  public void start() throws IOException {
    String lines = String.format(EXERCISE, "hard", "-1") + String.format(EXERCISE, "easy", "2");
    server =
        TutorServer.start(
            KnowledgeModel.read(
                new StringReader(MODEL), new BufferedReader(new StringReader(lines))),
            0);
  }

  @After
  public void stop() {
    server.stop(0);
  }

  private String get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpResponse<String> response =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  @Test
  public void anAnswerChangesWhatComesNext() throws Exception {
    assertEquals("200 0.5\n", get("/predict?student=ann&exercise=new"));
    assertTrue(get("/next?student=ann").startsWith("200 easy 0.88"));
    for (int i = 0; i < 4; i++) {
      assertEquals("200 taken in\n", get("/answer?student=ann&exercise=hard&correct=1"));
    }
    assertTrue(get("/next?student=ann").startsWith("200 hard 0.9"));
    assertTrue(get("/next?student=bob").startsWith("200 easy 0.88"));
    assertEquals("404 ", get("/other"));
  }

  @Test
  public void itIsShort() throws IOException {
    Path source = Path.of("src/test/java/org/gradus/model/example/TutorServer.java");
    assertTrue(Files.readAllLines(source).size() < 100);
  }
}

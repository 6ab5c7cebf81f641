package org.gradus.io.source;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.gradus.model.attempt.Attempt;

/** Parses single lines in tests. */
final class Parsing {
  private final LineParser parser;

  private Parsing(LineParser parser) {
    this.parser = parser;
  }

  static Parsing shipped(String source, String firstLine) throws IOException {
    return of(Source.load(source, new Configuration(false)), firstLine);
  }

  static Parsing of(Source source, String firstLine) {
    byte[] bytes = firstLine.getBytes(StandardCharsets.UTF_8);
    return new Parsing(source.parser(bytes, 0, bytes.length, "a.csv"));
  }

  LineParser parser() {
    return parser;
  }

  Attempt attempt(String line) {
    assertTrue(line + " is " + why(line), parse(line));
    return parser.attempt();
  }

  String student(String line) {
    attempt(line);
    return parser.student();
  }

  Rejection rejection(String line) {
    assertFalse(line + " is an attempt", parse(line));
    return parser.rejection();
  }

  /** The rejection and its detail. */
  String why(String line) {
    return parse(line) ? "attempt" : parser.rejection() + " " + parser.detail();
  }

  boolean parse(byte[] bytes) {
    return parser.parse(bytes, 0, bytes.length);
  }

  /** Parses the line at a place in a larger buffer, as readers do. */
  private boolean parse(String line) {
    byte[] bytes = ("," + line + ",\"x").getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, 1, bytes.length - 3);
  }
}

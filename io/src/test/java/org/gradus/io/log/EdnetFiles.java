package org.gradus.io.log;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Writes files of the shape of EdNet KT1: one tiny file per student, and questions.csv. */
final class EdnetFiles {
  static final int QUESTIONS = 50;
  private static final String HEADER =
      "timestamp,solving_id,question_id,user_answer,elapsed_time\n";

  private EdnetFiles() {}

  /** Question q has the right answer a to d by its number, part 1 to 7, and tags; q0 has none. */
  static File questions(File folder) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "question_id,bundle_id,explanation_id,correct_answer,part,tags,deployed_at\n");
    for (int q = 0; q < QUESTIONS; q++) {
      String tags = q == 0 ? "-1" : q % 2 == 0 ? q + ";" + (q + 1) : "" + q;
      text.append(
          String.format("q%d,b%d,e%d,%s,%d,%s,1558093217%n", q, q, q, answer(q), 1 + q % 7, tags));
    }
    File file = new File(folder, "questions.csv");
    Files.writeString(file.toPath(), text.toString());
    return file;
  }

  static String answer(int question) {
    return "" + (char) ('a' + question % 4);
  }

  /** The log of a student: so many answers to questions 1, 2, ..., every third of them wrong. */
  static String log(int answers) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 1; i <= answers; i++) {
      int question = i % QUESTIONS;
      String answer = answer(i % 3 == 0 ? question + 1 : question);
      text.append(1_565_096_190_868L + i * 60_000L).append(',').append(i).append(",q");
      text.append(question).append(',').append(answer).append(",38000\n");
    }
    return text.toString();
  }

  /** Files {@code u0.csv}, {@code u1.csv} ... in a folder. */
  static File students(File folder, int students, int answers) throws IOException {
    byte[] log = log(answers).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    File logs = new File(folder, "KT1");
    Files.createDirectories(logs.toPath());
    for (int i = 0; i < students; i++) {
      Files.write(new File(logs, "u" + i + ".csv").toPath(), log);
    }
    return logs;
  }
}

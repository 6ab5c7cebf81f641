package org.gradus.jobs.predict;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.StudentState;

/** Bins the first attempts of training students on each exercise by what was predicted. */
public final class ThresholdMapper
    extends Mapper<Void, StudentHistory, Text, FirstAttemptsWritable> {
  private final Map<String, FirstAttemptsWritable> bins = new TreeMap<>();
  private KnowledgeModel model;
  private StudentSplit split;

  @Override
  protected void setup(Context context) throws IOException {
    model = PredictStep.model(context.getConfiguration());
    split = StudentSplit.of(context.getConfiguration());
  }

  @Override
  protected void map(Void none, StudentHistory history, Context context) {
    context.getCounter(PredictCounter.STUDENTS_READ).increment(1);
    if (split.roleOf(history) != StudentSplit.Role.TRAINING) {
      context.getCounter(PredictCounter.STUDENTS_LEFT_OUT).increment(1);
      return;
    }
    context.getCounter(PredictCounter.STUDENTS_USED).increment(1);
    context.getCounter(PredictCounter.FIRST_ATTEMPTS).increment(replay(history));
  }

  private int replay(StudentHistory history) {
    StudentState student = model.newTrainingStudent(history);
    Set<String> met = new HashSet<>();
    List<Attempt> attempts = history.attempts();
    for (int from = 0; from < attempts.size(); from = history.endOfAnswer(from)) {
      List<Attempt> answer = attempts.subList(from, history.endOfAnswer(from));
      for (Attempt attempt : answer) {
        if (met.add(attempt.exercise())) {
          bins.computeIfAbsent(attempt.exercise(), exercise -> new FirstAttemptsWritable())
              .add(student.predict(attempt), attempt.correct());
        }
      }
      answer.forEach(student::observe);
    }
    return met.size();
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    Text key = new Text();
    for (Map.Entry<String, FirstAttemptsWritable> entry : bins.entrySet()) {
      key.set(entry.getKey());
      context.write(key, entry.getValue());
    }
  }
}

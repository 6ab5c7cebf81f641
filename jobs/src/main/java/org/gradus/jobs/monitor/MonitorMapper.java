package org.gradus.jobs.monitor;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.key.PairKey;
import org.gradus.io.store.ModelFolder;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.StudentState;

/** Replays each history and predicts the answers of the days monitored. */
public final class MonitorMapper extends Mapper<Void, StudentHistory, PairKey, DailySumsWritable> {
  /** Folder of the model. */
  static final String MODEL = "gradus.internal.monitor-model";

  private final PairKey key = new PairKey();
  private final DailySumsWritable value = new DailySumsWritable();
  private Days days;
  private KnowledgeModel model;
  private DifficultyView difficulties;

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    Path folder = new Path(configuration.get(MODEL));
    days = Days.of(configuration);
    model = ModelFolder.at(folder, configuration).loadParameters();
    difficulties = model.difficulties();
  }

  @Override
  protected void map(Void none, StudentHistory history, Context context)
      throws IOException, InterruptedException {
    context.getCounter(MonitorCounter.STUDENTS_READ).increment(1);
    long untimed =
        history.attempts().stream().filter(a -> a.epochMillis() == Attempt.UNKNOWN_TIME).count();
    context.getCounter(MonitorCounter.ANSWERS_WITHOUT_TIME).increment(untimed);
    boolean monitored = history.attempts().stream().anyMatch(days::contain);
    context
        .getCounter(
            monitored ? MonitorCounter.STUDENTS_MONITORED : MonitorCounter.STUDENTS_WITHOUT_ANSWERS)
        .increment(1);
    if (monitored) {
      replay(history, context);
    }
  }

  private void replay(StudentHistory history, Context context)
      throws IOException, InterruptedException {
    StudentState student = model.newStudent();
    Set<String> met = new HashSet<>();
    List<Attempt> attempts = history.attempts();
    int answers = 0;
    for (int from = 0; from < attempts.size(); from = history.endOfAnswer(from)) {
      Attempt asked = attempts.get(from);
      if (days.contain(asked)) {
        score(asked, student.predict(asked), met, answers, context);
      }
      answers++;
      for (Attempt attempt : attempts.subList(from, history.endOfAnswer(from))) {
        student.observe(attempt);
        met.add(attempt.exercise());
      }
    }
  }

  private void score(
      Attempt asked, double probability, Set<String> met, int answersBefore, Context context)
      throws IOException, InterruptedException {
    DailySums one = new DailySums();
    one.add(
        probability,
        asked.correct(),
        !met.contains(asked.exercise()),
        met.size(),
        answersBefore,
        difficulties.of(asked.exercise(), asked.item()).itemLogit());
    key.set(days.of(asked).toString(), asked.exercise());
    value.clear();
    value.add(one.counts());
    context.write(key, value);
    context.getCounter(MonitorCounter.ANSWERS_SCORED).increment(1);
  }
}

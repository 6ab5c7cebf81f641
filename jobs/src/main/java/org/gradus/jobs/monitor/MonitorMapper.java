package org.gradus.jobs.monitor;

import java.io.IOException;
import java.util.List;
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
    StudentDays student = new StudentDays(model, difficulties);
    List<Attempt> attempts = history.attempts();
    for (int from = 0; from < attempts.size(); from = history.endOfAnswer(from)) {
      Attempt asked = attempts.get(from);
      if (days.contain(asked)) {
        emit(asked, student.score(asked, days.of(asked)), context);
      }
      student.observe(attempts.subList(from, history.endOfAnswer(from)));
    }
  }

  private void emit(Attempt asked, DailySums sums, Context context)
      throws IOException, InterruptedException {
    key.set(days.of(asked).toString(), asked.exercise());
    value.clear();
    value.add(sums.counts());
    context.write(key, value);
    context.getCounter(MonitorCounter.ANSWERS_SCORED).increment(1);
  }
}

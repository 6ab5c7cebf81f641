package org.gradus.jobs.predict;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Mapper;
import org.gradus.io.prediction.StudentPrediction;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.RankedExercise;
import org.gradus.model.knowledge.StudentState;

/** Replays each history and says what its student is to do next. */
public final class PredictMapper extends Mapper<Void, StudentHistory, Void, StudentPrediction> {
  private KnowledgeModel model;
  private Thresholds thresholds;
  private Comparator<RankedExercise> nearest;
  private int recommendations;
  private int challenges;

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    model = PredictStep.model(configuration);
    thresholds = Thresholds.read(configuration);
    recommendations = PredictKeys.RECOMMENDATIONS.get(configuration).intValue();
    challenges = PredictKeys.CHALLENGES.get(configuration).intValue();
    double target = PredictKeys.TARGET_PROBABILITY.get(configuration);
    nearest =
        Comparator.comparingDouble(
                (RankedExercise exercise) -> Math.abs(exercise.probability() - target))
            .thenComparing(RankedExercise::exercise);
  }

  @Override
  protected void map(Void none, StudentHistory history, Context context)
      throws IOException, InterruptedException {
    context.getCounter(PredictCounter.STUDENTS_READ).increment(1);
    StudentState student = model.newStudent();
    history.attempts().forEach(student::observe);
    List<RankedExercise> ranked = student.rank();
    List<RankedExercise> challenging = challenging(ranked, history);
    StudentPrediction prediction =
        new StudentPrediction(
            history.student(),
            history.attempts().size(),
            student.toBytes(),
            ranked.stream().sorted(nearest).limit(recommendations).collect(Collectors.toList()),
            challenging);
    context.write(null, prediction);
    context.getCounter(PredictCounter.STUDENTS_WRITTEN).increment(1);
    context.getCounter(PredictCounter.CHALLENGES).increment(challenging.size());
  }

  private List<RankedExercise> challenging(List<RankedExercise> ranked, StudentHistory history) {
    Set<String> met =
        history.attempts().stream().map(Attempt::exercise).collect(Collectors.toSet());
    return ranked.stream()
        .filter(exercise -> !met.contains(exercise.exercise()))
        .filter(exercise -> exercise.probability() >= thresholds.of(exercise.exercise()))
        .limit(challenges)
        .collect(Collectors.toList());
  }
}

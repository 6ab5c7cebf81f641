package org.gradus.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.ModelComparison;

/**
 * Judges a model: by itself, and against the version in force. The held-out metrics of either are
 * those of its own training, each on students whom it had not seen. Immutable.
 */
final class Gate {
  private static final int MOST_NAMED = 5;

  private final Configuration configuration;
  private final Candidate candidate;

  Gate(Configuration configuration, Candidate candidate) {
    this.configuration = configuration;
    this.candidate = candidate;
  }

  /** What every version has to keep. */
  List<Check> alone() {
    return List.of(
        Check.atLeast(
            "the number of held-out attempts",
            candidate.metric("attempts"),
            PublishKeys.LEAST_ATTEMPTS.get(configuration),
            PublishKeys.LEAST_ATTEMPTS),
        Check.atMost(
            "the held-out log loss",
            "",
            candidate.metric("log_loss"),
            PublishKeys.MOST_LOG_LOSS.get(configuration),
            PublishKeys.MOST_LOG_LOSS),
        Check.atLeast(
            "the held-out AUC",
            candidate.metric("auc"),
            PublishKeys.LEAST_AUC.get(configuration),
            PublishKeys.LEAST_AUC));
  }

  /** The same and what a successor of the version in force has to keep. */
  List<Check> against(Lineage inForce, KnowledgeModel model) {
    List<Check> checks = new ArrayList<>(alone());
    checks.add(logLossRise(inForce));
    checks.add(aucFall(inForce));
    checks.add(exercisesLost(inForce, model));
    checks.add(predictionChange(model));
    return checks;
  }

  private Check logLossRise(Lineage inForce) {
    double before = inForce.metric("log_loss");
    double after = candidate.metric("log_loss");
    return Check.atMost(
        "the rise of the held-out log loss over that of " + inForce.name(),
        fromTo("", before, after),
        after - before,
        PublishKeys.MOST_LOG_LOSS_RISE.get(configuration),
        PublishKeys.MOST_LOG_LOSS_RISE);
  }

  private Check aucFall(Lineage inForce) {
    double before = inForce.metric("auc");
    double after = candidate.metric("auc");
    return Check.atMost(
        "the fall of the held-out AUC below that of " + inForce.name(),
        fromTo("", before, after),
        before - after,
        PublishKeys.MOST_AUC_FALL.get(configuration),
        PublishKeys.MOST_AUC_FALL);
  }

  private static String fromTo(String start, double before, double after) {
    return String.format(" (%sfrom %s to %s)", start, Check.number(before), Check.number(after));
  }

  private Check exercisesLost(Lineage inForce, KnowledgeModel model) {
    Set<String> lost = new TreeSet<>(model.exercises());
    lost.removeAll(candidate.model().exercises());
    return Check.atMost(
        "the number of exercises of " + inForce.name() + " that are not in the model",
        lost.isEmpty() ? "" : " (" + named(lost) + ")",
        lost.size(),
        PublishKeys.MOST_EXERCISES_LOST.get(configuration),
        PublishKeys.MOST_EXERCISES_LOST);
  }

  private static String named(Set<String> names) {
    String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? first + ", ..." : first;
  }

  private Check predictionChange(KnowledgeModel model) {
    ModelComparison comparison = ModelComparison.of(model, candidate.model());
    String where = "exercise " + comparison.exercise() + ", ";
    boolean changes = comparison.largestChange() > 0;
    return Check.atMost(
        "the largest change of a prediction on the probe histories",
        changes ? fromTo(where, comparison.largestBefore(), comparison.largestAfter()) : "",
        comparison.largestChange(),
        PublishKeys.MOST_CHANGE.get(configuration),
        PublishKeys.MOST_CHANGE);
  }
}

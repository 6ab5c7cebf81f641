package org.gradus.jobs.why;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.history.HistoryFiles;
import org.gradus.io.pseudonym.Pseudonyms;
import org.gradus.io.pseudonym.StudentName;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.ModelFolder;
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.Manifest;
import org.gradus.jobs.driver.Plan;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.knowledge.KnowledgeModel;

/** {@code gradus why}: explains a trained model, or the prediction of one answer. */
public final class WhyCommand implements Command {
  static final Key<String> STUDENT =
      Key.text(
              "gradus.why.student",
              "",
              "Student whose next answer is explained, by the id in the logs, or by the pseudonym where"
                  + " the key of pseudonyms is not there; without one the model is explained.")
          .withOption("--student");

  static final Key<String> EXERCISE =
      Key.text("gradus.why.exercise", "", "Exercise that the next answer is on.")
          .withOption("--exercise");

  static final Key<String> ITEM =
      Key.text("gradus.why.item", "", "Question in the exercise; may be left out.")
          .withOption("--item");

  static final Key<Double> LEVEL =
      Key.number("gradus.why.level", 0.9, 0.01, 0.999, "Level of the interval that is shown.")
          .withOption("--level");

  @Override
  public String name() {
    return "why";
  }

  @Override
  public String summary() {
    return "Says what a trained model's predictions rest on, or why one student's next answer is predicted as it is.";
  }

  @Override
  public String example() {
    return "why --work work --student s17 --exercise fractions_2 --item q3";
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(
        RunKeys.WORK, STUDENT, EXERCISE, ITEM, LEVEL, Pseudonyms.KEY, Pseudonyms.KEY_NAME);
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Configuration configuration = context.configuration();
    Path folder = place("model", configuration);
    if (!ModelFolder.at(folder, configuration).exists()) {
      throw new SettingsException(
          "There is no trained model in "
              + folder
              + ": run 'gradus run' first, not with --figures-only, or name another"
              + " work folder with --work.");
    }
    KnowledgeModel model = ModelFolder.at(folder, configuration).load();
    if (STUDENT.isSet(configuration)) {
      explainAnswer(model, configuration, context.out());
    } else {
      new ModelWords(model).tell(EXERCISE.get(configuration), context.out());
    }
    return 0;
  }

  private static Path place(String dataset, Configuration configuration) {
    Plan plan = Plan.toward(dataset, Installed.onClassPath().steps(), configuration);
    return new Path(RunKeys.work(configuration), plan.dataset(dataset).place());
  }

  private static void explainAnswer(
      KnowledgeModel model, Configuration configuration, PrintStream out) throws IOException {
    if (!EXERCISE.isSet(configuration)) {
      throw new SettingsException(
          "No exercise is named for student '" + STUDENT.get(configuration) + "': add --exercise.");
    }
    Path histories = place("histories", configuration);
    StudentHistory history =
        HistoryFiles.find(configuration, histories, nameIn(histories, configuration))
            .orElseThrow(
                () ->
                    new SettingsException(
                        "Student '"
                            + STUDENT.get(configuration)
                            + "' (--student) has no history in "
                            + histories
                            + "; ids must be as in the log, or pseudonyms where the key of these ("
                            + Pseudonyms.KEY.name()
                            + ") is not there."));
    new AnswerWords(model, history, LEVEL.get(configuration))
        .tell(EXERCISE.get(configuration), ITEM.get(configuration), out);
  }

  /** The name that the student has in histories whose step may have replaced ids. */
  private static String nameIn(Path histories, Configuration configuration) throws IOException {
    String id = STUDENT.get(configuration);
    Path manifest = new Path(histories.getParent(), Manifest.FILE);
    Object keyName =
        WholeFile.read(manifest.getFileSystem(configuration), manifest)
            .flatMap(Manifest::read)
            .map(read -> read.settings().get(Pseudonyms.KEY_NAME.name()))
            .orElse("");
    return Pseudonyms.KEY.get(configuration).isEmpty()
        ? id
        : new StudentName(configuration, id).under(keyName.toString());
  }
}

package org.gradus.jobs.forget;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.pseudonym.Pseudonyms;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.Manifest;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.WorkLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code gradus forget}: takes a student out of a work folder, with a proof. */
public final class ForgetCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetCommand.class);

  static final Key<String> STUDENT =
      Key.text(
              "gradus.forget.student",
              "",
              "Student to forget, by the id in the logs; where students have pseudonyms the key is"
                  + " needed.")
          .withOption("--student");

  @Override
  public String name() {
    return "forget";
  }

  @Override
  public String summary() {
    return "Takes a student out of histories, quarantine, predictions and states of a work folder.";
  }

  @Override
  public String example() {
    return "forget --work work --student s17";
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(RunKeys.WORK, STUDENT, Pseudonyms.KEY, Pseudonyms.KEY_NAME);
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Configuration configuration = context.configuration();
    if (!STUDENT.isSet(configuration)) {
      throw new SettingsException("No student is named: add --student ID.");
    }
    Path work = RunKeys.work(configuration);
    FileSystem files = work.getFileSystem(configuration);
    Path sorted = new Path(work, "sort/" + Manifest.FILE);
    Optional<String> manifest = WholeFile.read(files, sorted);
    if (manifest.isEmpty()) {
      throw new SettingsException(
          "There is nothing to forget in " + work + " (--work): no run has sorted logs there.");
    }
    String name = nameIn(manifest.get(), configuration);
    try (WorkLock lock = WorkLock.take(files, work, "Work folder")) {
      LOG.info("{}", lock);
      Forgetting forgetting = new Forgetting(configuration, files, work, name, Clock.systemUTC());
      context.out().println(forgetting.run());
    }
    return 0;
  }

  /** The name that the student has in a work folder whose sort step has this manifest. */
  private static String nameIn(String manifest, Configuration configuration) {
    Object keyName =
        Manifest.read(manifest)
            .map(read -> read.settings().get(Pseudonyms.KEY_NAME.name()))
            .orElse("");
    if (keyName.equals("")) {
      return STUDENT.get(configuration);
    }
    Configuration named = new Configuration(configuration);
    Pseudonyms.KEY_NAME.set(named, keyName.toString());
    return Pseudonyms.of(named).of(STUDENT.get(configuration));
  }
}

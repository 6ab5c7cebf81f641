package org.gradus.jobs.forget;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.jdbc.Database;
import org.gradus.io.pseudonym.Pseudonyms;
import org.gradus.io.pseudonym.StudentName;
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

/** {@code gradus forget}: takes a student out of a work folder or a store, with a proof. */
public final class ForgetCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetCommand.class);

  static final Key<String> STUDENT =
      Key.text(
              "gradus.forget.student",
              "",
              "Student to forget, by the id in the logs; where students have pseudonyms the key is"
                  + " needed.")
          .withOption("--student");

  static final Key<String> STORE =
      Key.text(
              "gradus.forget.store",
              "",
              "Store whose predictions the student is taken out of: a folder, as a path or URI, or a"
                  + " database.")
          .withOption("--store");

  @Override
  public String name() {
    return "forget";
  }

  @Override
  public String summary() {
    return "Takes a student out of all files of a work folder, and of a store's predictions.";
  }

  @Override
  public String example() {
    return "forget --work work --student s17";
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(Database.keys());
    keys.addAll(List.of(RunKeys.WORK, STORE, STUDENT, Pseudonyms.KEY, Pseudonyms.KEY_NAME));
    return keys;
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Configuration configuration = context.configuration();
    if (!STUDENT.isSet(configuration)) {
      throw new SettingsException("No student is named: add --student ID.");
    }
    StudentName student = new StudentName(configuration, STUDENT.get(configuration));
    if (RunKeys.WORK.isSet(configuration) || !STORE.isSet(configuration)) {
      context.out().println(inWorkFolder(RunKeys.work(configuration), student, configuration));
    }
    if (STORE.isSet(configuration)) {
      String place = STORE.get(configuration);
      StoredBatches batches = new StoredBatches(configuration, place, student, Clock.systemUTC());
      context.out().println(batches.forget());
    }
    return 0;
  }

  private static String inWorkFolder(Path work, StudentName student, Configuration configuration)
      throws IOException {
    FileSystem files = work.getFileSystem(configuration);
    Path sorted = new Path(work, "sort/" + Manifest.FILE);
    Optional<String> manifest = WholeFile.read(files, sorted);
    if (manifest.isEmpty()) {
      throw new SettingsException(
          "There is nothing to forget in " + work + " (--work): no run has sorted logs there.");
    }
    String name = student.under(keyName(manifest.get()));
    try (WorkLock lock = WorkLock.take(files, work, "Work folder")) {
      LOG.info("{}", lock);
      Forgetting forgetting =
          new Forgetting(configuration, files, work, Manifest.FILE, Clock.systemUTC());
      return forgetting.from(name).told("files", "manifests");
    }
  }

  /** Name of the key of pseudonyms in the manifest of a sort step. */
  private static String keyName(String manifest) {
    return Manifest.read(manifest)
        .map(read -> read.settings().get(Pseudonyms.KEY_NAME.name()))
        .map(Object::toString)
        .orElse("");
  }
}

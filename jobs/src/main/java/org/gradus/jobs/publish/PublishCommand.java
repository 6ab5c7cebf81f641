package org.gradus.jobs.publish;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.RunKeys;

/** {@code gradus publish}: the model of a work folder, past the gate, into a store. */
public final class PublishCommand implements Command {
  @Override
  public String name() {
    return "publish";
  }

  @Override
  public String summary() {
    return "Puts the model of a work folder in force in a store, if it is good enough.";
  }

  @Override
  public String example() {
    return "publish --work work --store store";
  }

  @Override
  public List<Key<?>> keys() {
    return PublishKeys.all();
  }

  @Override
  public int run(CommandContext context) throws IOException, InterruptedException {
    Configuration configuration = context.configuration();
    try (VersionStore store = PublishKeys.store(context)) {
      Candidate candidate = Candidate.of(RunKeys.work(configuration), configuration);
      new Publication(configuration, store, candidate, context.out(), Clock.systemUTC()).run();
      return 0;
    }
  }
}

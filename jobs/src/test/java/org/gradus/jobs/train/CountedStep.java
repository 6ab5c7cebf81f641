package org.gradus.jobs.train;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;

/** The step train, which counts its jobs and breaks off before one too many. */
final class CountedStep implements Step {
  private final Step step = new TrainStep();
  private final int mostJobs;
  private int jobs;

  CountedStep(int mostJobs) {
    this.mostJobs = mostJobs;
  }

  int jobs() {
    return jobs;
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    step.run(
        (StepContext)
            Proxy.newProxyInstance(
                StepContext.class.getClassLoader(),
                new Class<?>[] {StepContext.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("run") && jobs++ == mostJobs) {
                    throw new IOException("killed");
                  }
                  try {
                    return method.invoke(context, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
  }

  @Override
  public String name() {
    return step.name();
  }

  @Override
  public String summary() {
    return step.summary();
  }

  @Override
  public String example() {
    return step.example();
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return step.reads(configuration);
  }

  @Override
  public List<Dataset> writes() {
    return step.writes();
  }

  @Override
  public List<Key<?>> keys() {
    return step.keys();
  }
}

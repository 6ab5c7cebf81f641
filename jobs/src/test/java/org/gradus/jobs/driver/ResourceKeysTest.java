package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobPriority;
import org.apache.hadoop.mapreduce.TaskType;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ResourceKeysTest {
  private static final long GIGABYTE = 1 << 30;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final JobConf settings = new JobConf();

  private static StubStep stepThatDeclares(Resources resources) {
    return new StubStep("stub", "", "a") {
      @Override
      public Resources resources(Configuration configuration) {
        return resources;
      }
    };
  }

  /** The settings of a job as it would be submitted. */
  private JobConf job(Resources declared) throws IOException {
    WorkFolder work =
        new WorkFolder(new org.apache.hadoop.fs.Path(folder.getRoot().getPath()), settings);
    StepRun run =
        new StepRun(stepThatDeclares(declared), settings, work, "f", name -> null, Progress.SILENT);
    Job job = run.newJob("any");
    return (JobConf) job.getConfiguration();
  }

  private static void assertMemory(JobConf job, TaskType task, long container, String heap) {
    assertEquals(container, job.getMemoryRequired(task));
    assertEquals(heap, job.getTaskJavaOpts(task).replaceAll(".*(-Xmx\\S+).*", "$1"));
  }

  @Test
  public void withoutSettingsTheClusterDecides() throws IOException {
    JobConf job = job(Resources.light());
    assertEquals("default", job.getQueueName());
    assertNull(job.get("mapreduce.job.priority"));
    assertMemory(job, TaskType.MAP, 1024, "-Xmx820m");
    assertMemory(job, TaskType.REDUCE, 1024, "-Xmx820m");
  }

  @Test
  public void onAClusterWhatAReducerFetchesLeavesRoomInASmallHeap() throws IOException {
    String property = "mapreduce.reduce.shuffle.input.buffer.percent";
    settings.set("mapreduce.framework.name", "yarn");
    assertEquals("0.4", job(Resources.light()).get(property));
    settings.set(property, "0.6");
    assertEquals("the user's word counts", "0.6", job(Resources.light()).get(property));
  }

  @Test
  public void theSettingsOfTheStepReachItsJobs() throws IOException {
    settings.set("gradus.stub.queue", "night");
    settings.set("gradus.stub.priority", "very-low");
    settings.set("gradus.stub.map-memory-mb", "2000");
    settings.set("gradus.stub.reduce-memory-mb", "4000");
    settings.set("gradus.other.queue", "day");
    JobConf job = job(Resources.light());
    assertEquals("night", job.getQueueName());
    assertEquals(JobPriority.VERY_LOW.name(), job.get("mapreduce.job.priority"));
    assertMemory(job, TaskType.MAP, 2000, "-Xmx1600m");
    assertMemory(job, TaskType.REDUCE, 4000, "-Xmx3200m");
    assertEquals("default", settings.getQueueName());
  }

  @Test
  public void theyWinOverHadoopsPropertiesAndFitTheHeap() throws IOException {
    settings.set("mapreduce.job.queuename", "day");
    settings.set("mapreduce.map.memory.mb", "1500");
    settings.set("mapreduce.map.java.opts", "-Da=b -Xmx1200m");
    settings.set("mapred.child.java.opts", "-Xmx300m -Dc=d");
    settings.set("gradus.stub.queue", "night");
    settings.set("gradus.stub.reduce-memory-mb", "4000");
    JobConf job = job(Resources.heavy(8 * GIGABYTE, 8 * GIGABYTE));
    assertEquals("night", job.getQueueName());
    assertMemory(job, TaskType.MAP, 1500, "-Xmx1200m");
    assertEquals(4000, job.getMemoryRequired(TaskType.REDUCE));
    String options = job.getTaskJavaOpts(TaskType.REDUCE);
    assertTrue(options, options.contains(" -Xmx3200m -Dc=d"));
  }

  @Test
  public void whatTheStepDeclaresGivesWayToAllButHadoopsDefaults() throws IOException {
    JobConf heavy = job(Resources.heavy(0, 2 * GIGABYTE));
    assertMemory(heavy, TaskType.MAP, 1024, "-Xmx820m");
    assertMemory(heavy, TaskType.REDUCE, 3072, "-Xmx2458m");
    settings.set("mapreduce.reduce.memory.mb", "700");
    assertEquals(700, job(Resources.heavy(0, GIGABYTE)).getMemoryRequired(TaskType.REDUCE));
  }
}

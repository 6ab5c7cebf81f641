package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.mapred.JobConf;
import org.junit.Test;

public class LocalModeTest {
  private static JobConf onMachineWith(int processors, int heapMegabytes) {
    JobConf configuration = new JobConf();
    LocalMode.apply(configuration, processors, heapMegabytes);
    return configuration;
  }

  private static void assertTasksAndBuffers(
      JobConf configuration, int tasks, int sortMegabytes, int shuffleMegabytes) {
    assertEquals(tasks, configuration.getInt("mapreduce.local.map.tasks.maximum", 0));
    assertEquals(tasks, configuration.getInt("mapreduce.local.reduce.tasks.maximum", 0));
    assertEquals(sortMegabytes, configuration.getInt("mapreduce.task.io.sort.mb", 0));
    assertEquals(
        (long) shuffleMegabytes << 20,
        configuration.getLong("mapreduce.reduce.memory.totalbytes", 0));
  }

  @Test
  public void allTasksAtOnceFitTheHeap() {
    assertTasksAndBuffers(onMachineWith(2, 1024), 2, 128, 256);
    assertTasksAndBuffers(onMachineWith(16, 4096), 16, 64, 128);
    assertTasksAndBuffers(onMachineWith(16, 512), 4, 32, 64);
    assertTasksAndBuffers(onMachineWith(1, 64), 1, 16, 32);
    assertTasksAndBuffers(onMachineWith(1, 100_000), 1, 128, 50_000);
  }

  @Test
  public void stepsSideBySideShareTheHeap() {
    JobConf configuration = new JobConf();
    RunKeys.STEPS_AT_ONCE.set(configuration, 2L);
    LocalMode.apply(configuration, 2, 1024);
    assertTasksAndBuffers(configuration, 2, 64, 128);
  }

  @Test
  public void runsThatShareThisProcessPlanWithTheirShareOfItsHeap() throws IOException {
    JobConf quarter = new JobConf();
    RunKeys.HEAP_SHARE.set(quarter, 0.25);
    LocalMode.apply(quarter);
    int processors = Runtime.getRuntime().availableProcessors();
    long quarterOfHeap = Runtime.getRuntime().maxMemory() / 4;
    JobConf expected = onMachineWith(processors, (int) (quarterOfHeap >> 20));
    for (String name : List.of("mapreduce.task.io.sort.mb", "mapreduce.reduce.memory.totalbytes")) {
      assertEquals(name, expected.get(name), quarter.get(name));
    }
  }

  @Test
  public void whatTheUserSaysWins() {
    JobConf configuration = new JobConf();
    configuration.setInt("mapreduce.task.io.sort.mb", 100);
    LocalMode.apply(configuration, 2, 1024);
    assertEquals(100, configuration.getInt("mapreduce.task.io.sort.mb", 0));
    assertEquals(20, configuration.getInt("mapreduce.client.completion.pollinterval", 0));
  }

  @Test
  public void isOnUnlessAClusterIsNamed() {
    JobConf configuration = new JobConf();
    assertTrue(LocalMode.isOn(configuration));
    configuration.set("mapreduce.framework.name", "yarn");
    assertFalse(LocalMode.isOn(configuration));
  }
}

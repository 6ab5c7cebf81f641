package org.gradus.jobs.driver;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.gradus.io.local.NioLocalFileSystem;

/**
 * Settings that make Hadoop's LocalJobRunner quick and tidy on one machine. Applied only where
 * neither the user nor a site file has said otherwise.
 */
public final class LocalMode {
  private static final String LOCAL_FILES = "fs.file.impl";
  private static final long MEGABYTE = 1 << 20;
  private static final int LEAST_HEAP_PER_TASK_MEGABYTES = 128;
  private static final int MOST_TASKS = 64;
  private static final int MOST_SORT_MEGABYTES = 128;

  private LocalMode() {}

  /** Whether jobs run inside this process, as they do where nothing else is configured. */
  public static boolean isOn(Configuration configuration) {
    return configuration.get("mapreduce.framework.name", "local").equals("local");
  }

  /** Applies everything but the scratch folder. */
  static void apply(Configuration configuration) throws IOException {
    double heap = RunKeys.HEAP_SHARE.get(configuration) * Runtime.getRuntime().maxMemory();
    int heapMegabytes = (int) Math.min(1 << 20, heap / MEGABYTE);
    apply(configuration, Runtime.getRuntime().availableProcessors(), heapMegabytes);
    closeOther(configuration);
  }

  static void apply(Configuration configuration, int processors, int heapMegabytes) {
    int most = Math.max(1, heapMegabytes / LEAST_HEAP_PER_TASK_MEGABYTES);
    int tasks = Math.min(Math.min(processors, MOST_TASKS), most);
    prefer(configuration, LOCAL_FILES, NioLocalFileSystem.class.getName());
    prefer(configuration, "mapreduce.client.completion.pollinterval", 20);
    prefer(configuration, "mapreduce.client.progressmonitor.pollinterval", 20);
    prefer(configuration, "mapreduce.local.map.tasks.maximum", tasks);
    prefer(configuration, "mapreduce.local.reduce.tasks.maximum", tasks);
    prefer(configuration, "mapreduce.job.reduces", Math.min(tasks, 8));
    // A quarter of the heap for all sort buffers together, but not more than that for one: each
    // task allocates its own whole, however little it sorts. Half of it for all shuffles together.
    int atOnce = tasks * RunKeys.stepsAtOnce(configuration);
    int sort = Math.max(8, Math.min(MOST_SORT_MEGABYTES, heapMegabytes / 4 / atOnce));
    prefer(configuration, "mapreduce.task.io.sort.mb", sort);
    prefer(
        configuration,
        "mapreduce.reduce.memory.totalbytes",
        Math.max(16, heapMegabytes / 2 / atOnce) * MEGABYTE);
  }

  /** A file system that was opened before this was set would be used again. */
  private static void closeOther(Configuration configuration) throws IOException {
    FileSystem open = FileSystem.getLocal(configuration);
    if (!open.getClass().getName().equals(configuration.get(LOCAL_FILES))) {
      open.close();
    }
  }

  /** Where jobs keep their intermediate files, unless the user has said. */
  static void useScratch(Configuration configuration, File folder) {
    prefer(configuration, "hadoop.tmp.dir", folder.getPath());
  }

  private static void prefer(Configuration configuration, String name, Object value) {
    Suggestion.apply(configuration, name, value, "gradus in local mode");
  }
}

package org.gradus.jobs.driver;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.local.NioLocalFileSystem;

/**
 * Settings that make Hadoop's LocalJobRunner quick and tidy on one machine. Applied only where
 * neither the user nor a site file has said otherwise.
 */
final class LocalMode {
  private static final long MEGABYTE = 1 << 20;
  private static final int LEAST_HEAP_PER_TASK_MEGABYTES = 128;
  private static final int MOST_TASKS = 64;

  private LocalMode() {}

  /** Whether jobs run inside this process. */
  static boolean isOn(Configuration configuration) {
    return configuration.get("mapreduce.framework.name", "local").equals("local");
  }

  /** Applies everything but the scratch folder. */
  static void apply(Configuration configuration) {
    int heapMegabytes = (int) Math.min(1 << 20, Runtime.getRuntime().maxMemory() / MEGABYTE);
    apply(configuration, Runtime.getRuntime().availableProcessors(), heapMegabytes);
  }

  static void apply(Configuration configuration, int processors, int heapMegabytes) {
    int most = Math.max(1, heapMegabytes / LEAST_HEAP_PER_TASK_MEGABYTES);
    int tasks = Math.min(Math.min(processors, MOST_TASKS), most);
    prefer(configuration, "fs.file.impl", NioLocalFileSystem.class.getName());
    prefer(configuration, "mapreduce.client.completion.pollinterval", 20);
    prefer(configuration, "mapreduce.client.progressmonitor.pollinterval", 20);
    prefer(configuration, "mapreduce.local.map.tasks.maximum", tasks);
    prefer(configuration, "mapreduce.local.reduce.tasks.maximum", tasks);
    prefer(configuration, "mapreduce.job.reduces", Math.min(tasks, 8));
    // A quarter of the heap for all sort buffers together, half of it for all shuffles together.
    int sort = Math.max(8, Math.min(512, heapMegabytes / 4 / tasks));
    prefer(configuration, "mapreduce.task.io.sort.mb", sort);
    prefer(
        configuration,
        "mapreduce.reduce.memory.totalbytes",
        Math.max(16, heapMegabytes / 2 / tasks) * MEGABYTE);
  }

  /** Where jobs keep their intermediate files; a path with a comma cannot be used by Hadoop. */
  static void useScratch(Configuration configuration, Path folder) throws IOException {
    if (folder.getFileSystem(configuration) instanceof LocalFileSystem
        && folder.toUri().getPath().indexOf(',') < 0) {
      prefer(configuration, "hadoop.tmp.dir", folder.toUri().getPath());
    }
  }

  private static void prefer(Configuration configuration, String name, Object value) {
    String[] sources = configuration.getPropertySources(name);
    boolean said =
        configuration.getRaw(name) != null
            && (sources == null || !sources[sources.length - 1].endsWith("-default.xml"));
    if (!said) {
      configuration.set(name, value.toString(), "gradus in local mode");
    }
  }
}

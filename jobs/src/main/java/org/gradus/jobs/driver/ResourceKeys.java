package org.gradus.jobs.driver;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;

/**
 * The settings that every step has for what its jobs ask of a cluster. They are not among {@link
 * Step#keys}, so none of them makes a step run again. In the order in which they win: these
 * settings; Hadoop's properties, wherever they are set; what the step declares; Hadoop's defaults.
 */
public final class ResourceKeys {
  private static final int MOST_MEGABYTES = 1 << 20;
  private static final float USUAL_HEAP_SHARE = 0.8f;

  /**
   * Share of a reducer's heap for what it fetches. With Hadoop's 0.7 a heap of 350 MB whose old
   * generation has two thirds of it is full before the fetched outputs are merged.
   */
  private static final float FETCHED_SHARE = 0.4f;

  private final Key<String> queue;
  private final Key<Priority> priority;
  private final Key<Long> mapMemory;
  private final Key<Long> reduceMemory;

  /** The settings of the step of this name. */
  public ResourceKeys(String step) {
    String start = "gradus." + step + ".";
    queue =
        Key.text(start + "queue", "", "Queue for the jobs of the step (mapreduce.job.queuename).");
    priority =
        Key.choice(
            start + "priority",
            Priority.DEFAULT,
            Priority.class,
            "Priority of the jobs of the step in their queue (mapreduce.job.priority).");
    mapMemory = memory(start + "map-memory-mb", "map");
    reduceMemory = memory(start + "reduce-memory-mb", "reduce");
  }

  private static Key<Long> memory(String name, String tasks) {
    return Key.whole(
        name,
        0,
        0,
        MOST_MEGABYTES,
        String.format(
            "Memory of each %1$s task of the step, in MB (mapreduce.%1$s.memory.mb), of which"
                + " the heap gets mapreduce.job.heap.memory-mb.ratio; 0: what the step needs.",
            tasks));
  }

  /** All of them. */
  public List<Key<?>> all() {
    return List.of(queue, priority, mapMemory, reduceMemory);
  }

  /** A copy of the settings for the jobs of a step that declares these resources. */
  Configuration apply(Configuration settings, Resources declared) {
    Configuration own = new Configuration(settings);
    if (queue.isSet(settings)) {
      own.set("mapreduce.job.queuename", queue.get(settings), queue.name());
    }
    if (priority.get(settings) != Priority.DEFAULT) {
      own.set("mapreduce.job.priority", priority.get(settings).name(), priority.name());
    }
    memory(own, mapMemory, "map", declared.mapMegabytes());
    memory(own, reduceMemory, "reduce", declared.reduceMegabytes());
    if (!LocalMode.isOn(own)) {
      Suggestion.apply(
          own, "mapreduce.reduce.shuffle.input.buffer.percent", FETCHED_SHARE, "gradus");
    }
    return own;
  }

  private static void memory(Configuration own, Key<Long> key, String tasks, int declared) {
    String property = "mapreduce." + tasks + ".memory.mb";
    long asked = key.get(own);
    if (asked > 0) {
      own.set(property, Long.toString(asked), key.name());
      fitHeap(own, "mapreduce." + tasks + ".java.opts", asked);
    } else if (declared > 0) {
      Suggestion.apply(own, property, declared, "what the step declares");
    }
  }

  /** Hadoop derives the heap from the memory only where the options of Java do not name one. */
  private static void fitHeap(Configuration own, String property, long megabytes) {
    String options = own.get(property, own.get("mapred.child.java.opts", ""));
    float share = own.getFloat("mapreduce.job.heap.memory-mb.ratio", USUAL_HEAP_SHARE);
    if (options.contains("-Xmx")) {
      String heap = "-Xmx" + (long) (share * megabytes) + "m";
      own.set(property, options.replaceAll("-Xmx\\S+", heap));
    }
  }
}

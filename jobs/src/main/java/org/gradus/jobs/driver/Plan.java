package org.gradus.jobs.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils;
import org.gradus.io.settings.SettingsException;

/**
 * Which steps are to run, in which order, and who writes what. Pure data, derived from what the
 * steps read and write under the given settings; nothing is looked at or run. Immutable.
 */
public final class Plan {
  private final List<Step> steps;
  private final Map<String, Step> writers;
  private final Map<String, Dataset> datasets;
  private final Map<String, List<String>> reads;
  private final boolean asked;

  private Plan(Catalog catalog, Collection<Step> steps, boolean asked) {
    this.steps = List.copyOf(steps);
    this.asked = asked;
    this.writers = catalog.writers;
    this.datasets = catalog.datasets;
    this.reads = catalog.reads;
  }

  /**
   * The steps that must have run for some datasets to exist, each after all those it reads from.
   *
   * @param datasets one name or several, with commas between them
   * @throws SettingsException when a dataset has no writer or two, or steps read in a circle
   */
  public static Plan toward(String datasets, Collection<Step> all, Configuration configuration) {
    Catalog catalog = new Catalog(all, configuration);
    Set<Step> ordered = new LinkedHashSet<>();
    Collection<String> names = StringUtils.getTrimmedStringCollection(datasets);
    for (String dataset : names.isEmpty() ? List.of(datasets) : names) {
      catalog.visit(catalog.writer(dataset, "the run ends with"), ordered, new ArrayDeque<>());
    }
    return new Plan(catalog, ordered, false);
  }

  /**
   * One step alone; what it reads must be there already.
   *
   * @throws SettingsException when a dataset that it reads has no writer or two
   */
  public static Plan only(Step step, Collection<Step> all, Configuration configuration) {
    Catalog catalog = new Catalog(all, configuration);
    catalog.visit(step, new LinkedHashSet<>(), new ArrayDeque<>());
    return new Plan(catalog, List.of(step), true);
  }

  /** The steps in the order in which they run. */
  public List<Step> steps() {
    return steps;
  }

  /** Names of the datasets that a step reads under the plan's settings. */
  public List<String> reads(Step step) {
    return reads.get(step.name());
  }

  /** The steps of the plan that a step reads from. */
  public Set<Step> before(Step step) {
    return reads(step).stream()
        .map(this::writer)
        .filter(steps::contains)
        .collect(Collectors.toSet());
  }

  /** Whether a failure of a step leaves the run a success: not of one that was asked for alone. */
  public boolean mayFail(Step step) {
    return step.optional() && !asked;
  }

  /** The step that writes a dataset, whether or not it is part of this plan. */
  public Step writer(String dataset) {
    return writers.get(dataset);
  }

  /** The description of a dataset. */
  public Dataset dataset(String name) {
    return datasets.get(name);
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::name).collect(Collectors.joining(", ", "plan ", ""));
  }

  /** All steps known, and the two refusals that need all of them. */
  private static final class Catalog {
    private final Map<String, Step> writers = new TreeMap<>();
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, List<String>> reads = new LinkedHashMap<>();

    Catalog(Collection<Step> all, Configuration configuration) {
      for (Step step : all) {
        if (reads.put(step.name(), List.copyOf(step.reads(configuration))) != null) {
          throw new SettingsException(
              "Two steps are named '" + step.name() + "': remove one of their jars.");
        }
        for (Dataset dataset : step.writes()) {
          datasets.put(dataset.name(), dataset);
          refuseSecond(dataset, writers.put(dataset.name(), step), step);
        }
      }
    }

    private static void refuseSecond(Dataset dataset, Step first, Step second) {
      if (first != null) {
        throw new SettingsException(
            String.format(
                "Dataset '%s' is written by two steps, '%s' and '%s': only one of them can be used.",
                dataset.name(), first.name(), second.name()));
      }
    }

    Step writer(String dataset, String reader) {
      Step writer = writers.get(dataset);
      if (writer == null) {
        throw new SettingsException(
            String.format(
                "No step writes dataset '%s', which %s; there are: %s.",
                dataset, reader, String.join(", ", writers.keySet())));
      }
      return writer;
    }

    void visit(Step step, Set<Step> ordered, Deque<String> path) {
      if (path.contains(step.name())) {
        throw new SettingsException(
            "Steps read from each other in a circle: " + circle(step, path));
      }
      if (ordered.contains(step)) {
        return;
      }
      path.addLast(step.name());
      for (String dataset : reads.get(step.name())) {
        visit(writer(dataset, "step '" + step.name() + "' reads"), ordered, path);
      }
      path.removeLast();
      ordered.add(step);
    }

    private static String circle(Step step, Deque<String> path) {
      List<String> names = new ArrayList<>(path);
      names.add(step.name());
      return String.join(" reads ", names.subList(names.indexOf(step.name()), names.size())) + ".";
    }
  }
}

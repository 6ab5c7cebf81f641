package org.gradus.jobs.monitor;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gradus.io.monitor.MonitorFolder;

/** How many answers the exercises had on the days that have been monitored. */
final class Volumes {
  private static final int ENOUGH = 2;

  private final MonitorFolder folder;
  private final List<LocalDate> days;
  private final Map<LocalDate, Map<String, Long>> known = new TreeMap<>();

  Volumes(MonitorFolder folder) throws IOException {
    this.folder = folder;
    this.days = folder.days();
  }

  /**
   * The days that a day is compared with: those of the same weekday where there are two, and else
   * all, of so many days before it.
   */
  List<Map<String, Long>> before(LocalDate date, int window) throws IOException {
    LocalDate first = date.minusDays(window);
    List<LocalDate> all =
        days.stream()
            .filter(day -> !day.isBefore(first) && day.isBefore(date))
            .collect(Collectors.toList());
    List<LocalDate> alike =
        all.stream()
            .filter(day -> day.getDayOfWeek() == date.getDayOfWeek())
            .collect(Collectors.toList());
    List<Map<String, Long>> volumes = new ArrayList<>();
    for (LocalDate day : alike.size() >= ENOUGH ? alike : all) {
      volumes.add(of(day));
    }
    return volumes;
  }

  private Map<String, Long> of(LocalDate day) throws IOException {
    if (!known.containsKey(day)) {
      Map<String, Long> volume = new TreeMap<>();
      folder.read(day).exercises().forEach((name, s) -> volume.put(name, s.total().attempts()));
      known.put(day, volume);
    }
    return known.get(day);
  }

  /** Number of answers to all exercises. */
  static long total(Map<String, Long> volume) {
    return volume.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The median of the totals; NaN without days. */
  static double median(List<Map<String, Long>> volumes) {
    long[] totals = volumes.stream().mapToLong(Volumes::total).sorted().toArray();
    int middle = totals.length / 2;
    return totals.length == 0
        ? Double.NaN
        : totals.length % 2 == 1 ? totals[middle] : (totals[middle - 1] + totals[middle]) / 2.0;
  }

  /** Mean number of answers a day by exercise. */
  static Map<String, Double> means(List<Map<String, Long>> volumes) {
    Map<String, Double> means = new TreeMap<>();
    for (Map<String, Long> volume : volumes) {
      volume.forEach((name, n) -> means.merge(name, (double) n / volumes.size(), Double::sum));
    }
    return means;
  }
}

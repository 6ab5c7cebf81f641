package org.gradus.jobs.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.model.evaluate.DailySums;

/** The days that the page shows, whether they have been monitored or not. */
final class Period {
  private final LocalDate first;
  private final int length;
  private final int recent;
  private final DayRow[] days;
  private final Map<String, PackedSeries> series = new TreeMap<>();
  private final Map<String, DailySums> recentSums = new TreeMap<>();

  private Period(LocalDate first, LocalDate last, int recent) {
    this.first = first;
    this.length = (int) ChronoUnit.DAYS.between(first, last) + 1;
    this.recent = recent;
    this.days = new DayRow[length];
  }

  /**
   * Reads the newest days of a folder.
   *
   * @param dates the days that there are, oldest first, at least one
   * @param most most days to show
   * @param recent number of last days that are taken together
   */
  static Period read(MonitorFolder folder, List<LocalDate> dates, int most, int recent)
      throws IOException {
    LocalDate last = dates.get(dates.size() - 1);
    LocalDate earliest = last.minusDays(most - 1L);
    LocalDate first = dates.get(0).isBefore(earliest) ? earliest : dates.get(0);
    Period period = new Period(first, last, recent);
    for (LocalDate date : dates) {
      if (!date.isBefore(first)) {
        period.add(folder.read(date), folder.alerts(date).orElse(Map.of()));
      }
    }
    return period;
  }

  private void add(MonitoredDay day, Map<String, Object> alerts) {
    int index = (int) ChronoUnit.DAYS.between(first, day.date());
    days[index] = new DayRow(day, alerts);
    day.exercises()
        .forEach(
            (exercise, sums) -> {
              series
                  .computeIfAbsent(exercise, none -> new PackedSeries(length))
                  .set(index, sums.total());
              if (index >= length - recent) {
                recentSums.computeIfAbsent(exercise, none -> new DailySums()).merge(sums);
              }
            });
  }

  LocalDate first() {
    return first;
  }

  /** One row per calendar day, null for a day that has not been monitored. */
  List<DayRow> days() {
    return Arrays.asList(days);
  }

  /** Names of all exercises, sorted. */
  List<String> exercises() {
    return new ArrayList<>(series.keySet());
  }

  /** The last days together, of one exercise. */
  DailySums recent(String exercise) {
    return recentSums.getOrDefault(exercise, new DailySums());
  }

  /** The last days together, of all exercises. */
  DailySums recent() {
    DailySums all = new DailySums();
    recentSums.values().forEach(all::merge);
    return all;
  }

  /** {@link PackedSeries} of all exercises in the order of their names, in base 64. */
  String packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    series.values().forEach(one -> one.writeTo(bytes));
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}

package org.gradus.jobs.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.gradus.io.local.NioLocalFileSystem;
import org.gradus.jobs.driver.StepContext;
import org.gradus.model.json.JsonReader;

/** Runs the step on a folder, without the driver, and reads what it wrote. */
final class ReportRun implements StepContext {
  private final Configuration configuration = new Configuration(false);
  private final java.nio.file.Path evaluation;
  private final java.nio.file.Path report;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  ReportRun(java.nio.file.Path evaluation, java.nio.file.Path report) {
    this.evaluation = evaluation;
    this.report = report;
    configuration.set("fs.file.impl", NioLocalFileSystem.class.getName());
  }

  ReportRun set(String key, String value) {
    configuration.set(key, value);
    return this;
  }

  /** Removes what an earlier run of the tests left there. */
  ReportRun overwriting() throws IOException {
    Path path = output("report");
    path.getFileSystem(configuration).delete(path, true);
    return this;
  }

  ReportRun run() throws IOException {
    new ReportStep().run(this);
    return this;
  }

  String file(String name) throws IOException {
    return new String(Files.readAllBytes(report.resolve(name)), StandardCharsets.UTF_8);
  }

  Members metrics() throws IOException {
    return new Members(JsonReader.readObject(file("metrics.json")));
  }

  Map<String, Object> figures() {
    return figures;
  }

  @Override
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public Path input(String dataset) {
    return new Path(evaluation.toUri());
  }

  @Override
  public Path output(String dataset) {
    return new Path(report.toUri());
  }

  @Override
  public Path checkpoint() {
    throw new UnsupportedOperationException("the report keeps nothing");
  }

  @Override
  public Path evidence(String dataset) {
    throw new UnsupportedOperationException("the report leaves no evidence");
  }

  @Override
  public Job newJob(String title) {
    throw new UnsupportedOperationException("the report runs no job");
  }

  @Override
  public Counters run(Job job) {
    throw new UnsupportedOperationException("the report runs no job");
  }

  @Override
  public void figure(String name, Object value) {
    figures.put(name, value);
  }
}

package org.gradus.jobs.publish;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.gradus.io.jdbc.BatchTable;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.JdbcOutputFormat;
import org.gradus.io.jdbc.Table;
import org.gradus.io.jdbc.VersionTable;
import org.gradus.io.store.ModelFolder;
import org.gradus.io.store.PredictionBatches;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/** A store in a database, into which the tasks of a job write the parameters. */
final class JdbcStore implements VersionStore {
  private final CommandContext context;
  private final Database database;
  private final VersionTable table;
  private BatchTable predictions;

  /**
   * The store at a URL.
   *
   * @throws org.gradus.io.settings.SettingsException when the tasks of a cluster could not reach it
   * @throws IOException when the database cannot be reached
   */
  JdbcStore(String url, CommandContext context) throws IOException {
    this.context = context;
    database = new Database(url, context.configuration());
    database.requireInReachOfTasks();
    table = new VersionTable(database);
  }

  @Override
  public Closeable open() throws IOException {
    return table.lock();
  }

  @Override
  public Optional<VersionPointer> pointer() throws IOException {
    return table.pointer().map(VersionPointer::fromJson);
  }

  @Override
  public List<Lineage> versions() throws IOException {
    List<Lineage> versions = new ArrayList<>();
    for (String text : table.lineages()) {
      versions.add(Lineage.fromJson(text, "in " + database));
    }
    return versions;
  }

  @Override
  public KnowledgeModel load(VersionName version) throws IOException {
    try {
      return KnowledgeModel.read(
          new StringReader(header(version)),
          lines(Table.PARAMETERS, version),
          lines(Table.SPREAD, version));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "Cannot load version " + version + " of " + database + ": " + e.getMessage() + ".", e);
    }
  }

  private BufferedReader lines(Table kind, VersionName version) throws IOException {
    String lines = String.join("\n", table.lines(kind, version.toString()));
    return new BufferedReader(new StringReader(lines));
  }

  private String header(VersionName version) throws IOException {
    return table
        .header(version.toString())
        .orElseThrow(() -> new IOException("There is no version " + version + " in " + database));
  }

  @Override
  public void add(Lineage lineage, Path model) throws IOException, InterruptedException {
    ModelFolder folder = new ModelFolder(model.getFileSystem(context.configuration()), model);
    String name = lineage.name().toString();
    table.begin(name, lineage.name().number(), folder.header(), lineage.toJson());
    context.run(job(name, folder));
    if (!digest(lineage.name()).equals(lineage.content())) {
      table.remove(name);
      throw new IOException(
          "Version "
              + name
              + " in "
              + database
              + " is not the model that was judged in "
              + model
              + ", which has changed meanwhile; start the same command again.");
    }
    table.complete(name);
  }

  private String digest(VersionName version) throws IOException {
    String name = version.toString();
    return ModelFolder.digest(
        header(version), table.lines(Table.PARAMETERS, name), table.lines(Table.SPREAD, name));
  }

  private Job job(String version, ModelFolder folder) throws IOException {
    Job job = context.newJob("publish: " + version);
    job.getConfiguration().set(LineReducer.VERSION, version);
    job.setInputFormatClass(TextInputFormat.class);
    for (Path file : folder.linesFiles()) {
      TextInputFormat.addInputPath(job, file);
    }
    job.setMapperClass(LineMapper.class);
    job.setMapOutputKeyClass(LongWritable.class);
    job.setMapOutputValueClass(Text.class);
    job.setReducerClass(LineReducer.class);
    JdbcOutputFormat.set(job, database);
    return job;
  }

  @Override
  public void point(VersionPointer pointer) throws IOException {
    table.point(pointer.version().toString(), pointer.toJson());
  }

  @Override
  public PredictionBatches predictions() throws IOException {
    if (predictions == null) {
      predictions = new BatchTable(database);
    }
    return predictions;
  }

  @Override
  public void remove(VersionName version) throws IOException {
    table.remove(version.toString());
  }

  @Override
  public void close() {
    if (predictions != null) {
      predictions.close();
    }
    table.close();
  }

  @Override
  public String toString() {
    return database.toString();
  }
}

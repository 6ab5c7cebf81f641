package org.gradus.io.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.store.PublishedStore;
import org.gradus.io.store.PublishedVersion;
import org.gradus.io.store.StoreFolder;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/** The reader's side of a store in a database. */
public final class PublishedTable implements PublishedStore {
  private final Configuration configuration;
  private final Database database;
  private final VersionTable table;

  private PublishedTable(String url, Configuration configuration) throws IOException {
    this.configuration = configuration;
    database = new Database(url, configuration);
    table = new VersionTable(database);
  }

  /** The store at a place, in a database or in a folder. */
  public static PublishedStore at(String place, Configuration configuration) throws IOException {
    return Database.is(place)
        ? new PublishedTable(place, configuration)
        : new StoreFolder(place, configuration);
  }

  @Override
  public Optional<VersionName> versionInForce() throws IOException {
    return table.pointer().map(VersionPointer::fromJson).map(VersionPointer::version);
  }

  @Override
  public List<PublishedVersion> versions() throws IOException {
    return table.lineages().stream().map(PublishedVersion::ofLineage).collect(Collectors.toList());
  }

  /** Writes what predictions need into the folder. */
  @Override
  public Path model(VersionName version, Path scratch) throws IOException {
    FileSystem files = scratch.getFileSystem(configuration);
    String header =
        table
            .header(version.toString())
            .orElseThrow(
                () -> new IOException("There is no version " + version + " in " + database + "."));
    try (OutputStream out = files.create(new Path(scratch, KnowledgeModel.HEADER_FILE))) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
    }
    Path lines = new Path(scratch, KnowledgeModel.PARAMETERS_FILE);
    try (OutputStream out = new GZIPOutputStream(files.create(lines))) {
      for (String line : table.lines(Table.PARAMETERS, version.toString())) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return scratch;
  }

  @Override
  public void close() {
    table.close();
  }

  @Override
  public String toString() {
    return database.toString();
  }
}

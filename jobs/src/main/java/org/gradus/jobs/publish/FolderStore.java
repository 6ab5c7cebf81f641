package org.gradus.jobs.publish;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.BatchFolder;
import org.gradus.io.store.ModelFolder;
import org.gradus.io.store.PredictionBatches;
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.WorkLock;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.ModelStore;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/**
 * A store in a folder of any Hadoop file system. A version is there when it has its {@code
 * lineage.json}, which is written last and removed first; no folder is ever renamed, so that object
 * stores will do.
 */
final class FolderStore implements VersionStore {
  static final String LINEAGE_FILE = "lineage.json";

  private final FileSystem files;
  private final Path root;

  FolderStore(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** The store at a path or URI. Local checksum files are not kept: other readers have none. */
  static FolderStore at(String place, Configuration configuration) throws IOException {
    FileSystem files = new Path(place).getFileSystem(configuration);
    Path root = files.makeQualified(new Path(place));
    boolean local = files instanceof LocalFileSystem;
    return new FolderStore(local ? ((LocalFileSystem) files).getRaw() : files, root);
  }

  @Override
  public Closeable open() throws IOException {
    refuseOthersFolder();
    files.mkdirs(versionsFolder());
    WorkLock lock = WorkLock.take(files, root, "Store");
    try {
      removeUnfinished();
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private void refuseOthersFolder() throws IOException {
    if (files.exists(root)
        && !files.exists(versionsFolder())
        && files.listStatus(root).length > 0) {
      throw new SettingsException(
          "Cannot keep models in "
              + this
              + " because it holds something else; name with --store a folder that is empty, not"
              + " there yet or a store.");
    }
  }

  private void removeUnfinished() throws IOException {
    for (FileStatus child : files.listStatus(versionsFolder())) {
      if (!files.exists(new Path(child.getPath(), LINEAGE_FILE))) {
        files.delete(child.getPath(), true);
      }
    }
  }

  private Path versionsFolder() {
    return new Path(root, ModelStore.VERSIONS_FOLDER);
  }

  private Path folder(VersionName version) {
    return new Path(versionsFolder(), version.toString());
  }

  @Override
  public Optional<VersionPointer> pointer() throws IOException {
    Path file = new Path(root, ModelStore.POINTER_FILE);
    try {
      return WholeFile.read(files, file).map(VersionPointer::fromJson);
    } catch (IllegalArgumentException e) {
      throw new IOException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  @Override
  public List<Lineage> versions() throws IOException {
    List<Lineage> versions = new ArrayList<>();
    try {
      for (FileStatus child : files.listStatus(versionsFolder())) {
        Path file = new Path(child.getPath(), LINEAGE_FILE);
        WholeFile.read(files, file)
            .ifPresent(text -> versions.add(Lineage.fromJson(text, file.toString())));
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    versions.sort(Comparator.comparing(Lineage::name));
    return versions;
  }

  @Override
  public KnowledgeModel load(VersionName version) throws IOException {
    return new ModelFolder(files, folder(version)).load();
  }

  @Override
  public void add(Lineage lineage, Path model) throws IOException {
    Path folder = folder(lineage.name());
    files.mkdirs(folder);
    new ModelFolder(model.getFileSystem(files.getConf()), model).copyTo(files, folder);
    String copied = new ModelFolder(files, folder).digest();
    if (!copied.equals(lineage.content())) {
      throw new IOException(
          "The copy of "
              + model
              + " in "
              + folder
              + " is not the model that was judged: it has changed meanwhile, or was not copied"
              + " wholly; start the same command again.");
    }
    WholeFile.write(files, new Path(folder, LINEAGE_FILE), lineage.toJson());
  }

  @Override
  public void point(VersionPointer pointer) throws IOException {
    WholeFile.write(files, new Path(root, ModelStore.POINTER_FILE), pointer.toJson());
  }

  @Override
  public PredictionBatches predictions() {
    return new BatchFolder(files, root);
  }

  @Override
  public void remove(VersionName version) throws IOException {
    files.delete(new Path(folder(version), LINEAGE_FILE), false);
    files.delete(folder(version), true);
  }

  @Override
  public void close() {
    // The file system is Hadoop's, which shares it.
  }

  @Override
  public String toString() {
    return files.getUri().getScheme().equals("file") ? root.toUri().getPath() : root.toString();
  }
}

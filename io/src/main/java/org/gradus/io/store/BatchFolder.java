package org.gradus.io.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.gradus.io.settings.DataException;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * The batches of predictions in a store in a folder: {@code predictions/batches/NAME}, and {@code
 * predictions/current.json}, which names the one in force. A batch is there when it has its {@code
 * lineage.json}, which is written last and removed first; no folder is ever renamed.
 */
public final class BatchFolder implements PredictionBatches {
  /** File of a batch that says where it comes from. */
  public static final String LINEAGE_FILE = "lineage.json";

  /** File that names the batch in force. */
  public static final String POINTER_FILE = "current.json";

  private static final String FORMAT = "gradus-batch-pointer-1";
  private static final int BUFFER = 1 << 16;

  private final FileSystem files;
  private final Path root;
  private final Path place;

  /** The batches of the store in a folder, which is looked at only when something is read. */
  public BatchFolder(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
    this.place = new Path(root, "predictions");
  }

  /** The batches of the store at a path or URI. Local checksum files are not kept. */
  public static BatchFolder at(String place, Configuration configuration) throws IOException {
    FileSystem files = new Path(place).getFileSystem(configuration);
    Path root = files.makeQualified(new Path(place));
    boolean local = files instanceof LocalFileSystem;
    return new BatchFolder(local ? ((LocalFileSystem) files).getRaw() : files, root);
  }

  /** The file system. */
  public FileSystem files() {
    return files;
  }

  /** Folder of the store. */
  public Path root() {
    return root;
  }

  /** Folder that the batches are in. */
  public Path batchesFolder() {
    return new Path(place, "batches");
  }

  private Path folder(String batch) {
    return new Path(batchesFolder(), batch);
  }

  @Override
  public List<BatchLineage> batches() throws IOException {
    List<BatchLineage> batches = new ArrayList<>();
    for (FileStatus child : children()) {
      Path file = new Path(child.getPath(), LINEAGE_FILE);
      WholeFile.read(files, file)
          .ifPresent(text -> batches.add(BatchLineage.fromJson(text, file.toString())));
    }
    batches.sort(Comparator.comparingLong(BatchLineage::number));
    return batches;
  }

  private FileStatus[] children() throws IOException {
    try {
      return files.listStatus(batchesFolder());
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** Removes what a delivery that was killed has left. */
  public void removeUnfinished() throws IOException {
    for (FileStatus child : children()) {
      if (!files.exists(new Path(child.getPath(), LINEAGE_FILE))) {
        files.delete(child.getPath(), true);
      }
    }
  }

  @Override
  public Optional<String> inForce() throws IOException {
    Path pointer = new Path(place, POINTER_FILE);
    Optional<Map<String, Object>> json = WholeFile.read(files, pointer).map(JsonReader::readObject);
    if (json.isPresent() && !FORMAT.equals(json.get().get("format"))) {
      throw new DataException("Cannot read " + pointer + ": its format is not '" + FORMAT + "'.");
    }
    return json.map(read -> String.valueOf(read.get("batch")));
  }

  @Override
  public void point(BatchLineage batch) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("batch", batch.name());
    json.put("version", batch.version().toString());
    WholeFile.write(files, new Path(place, POINTER_FILE), JsonWriter.write(json) + "\n");
  }

  /**
   * Copies a file into a batch that is being made.
   *
   * @param name its path in the batch
   * @return SHA-256 of the copy, read back
   */
  public String copy(FileSystem source, Path file, String batch, String name) throws IOException {
    Path target = new Path(folder(batch), name);
    files.mkdirs(target.getParent());
    try (InputStream in = source.open(file);
        OutputStream out = files.create(target, true)) {
      IOUtils.copyBytes(in, out, BUFFER);
    }
    return WholeFile.sha256(files, target);
  }

  /** Lets a batch be there, all files of which have been copied. */
  public void complete(BatchLineage batch) throws IOException {
    WholeFile.write(files, new Path(folder(batch.name()), LINEAGE_FILE), batch.toJson());
  }

  /** Removes a batch that is not in force. */
  public void remove(String batch) throws IOException {
    files.delete(new Path(folder(batch), LINEAGE_FILE), false);
    files.delete(folder(batch), true);
  }

  @Override
  public String toString() {
    return files.getUri().getScheme().equals("file") ? root.toUri().getPath() : root.toString();
  }
}

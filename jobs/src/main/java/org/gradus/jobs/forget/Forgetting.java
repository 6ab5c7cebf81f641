package org.gradus.jobs.forget;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.gradus.io.json.JsonFile;
import org.gradus.io.store.BatchLineage;
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.Manifest;
import org.gradus.model.json.JsonWriter;

/**
 * One student, in all files below a folder of folders: the steps of a work folder, or the batches
 * of a store. A file that holds the student is written anew beside itself, what will be done is put
 * on record in the document of its step or batch, and then the new file takes the place of the old
 * one, at once. Killed in between, the same command completes.
 */
final class Forgetting {
  /** Member of the documents that the proof is in. */
  static final String FORGOTTEN = BatchLineage.FORGOTTEN;

  private static final String DRAFT = ".forget-draft";

  private final Configuration configuration;
  private final FileSystem files;
  private final Path root;
  private final String document;
  private final Clock clock;

  /**
   * A removal of students.
   *
   * @param root the work folder, or the folder of the batches
   * @param document name of the file, in each folder of the root, that has the proof
   */
  Forgetting(
      Configuration configuration, FileSystem files, Path root, String document, Clock clock) {
    this.configuration = configuration;
    this.files = files;
    this.root = files.makeQualified(root);
    this.document = document;
    this.clock = clock;
  }

  /** Rewrites what has to be in all folders of the root. */
  Removed from(String student) throws IOException {
    return below(root, student);
  }

  /** The same in one folder of the root. */
  Removed from(String folder, String student) throws IOException {
    return below(new Path(root, folder), student);
  }

  private Removed below(Path folder, String student) throws IOException {
    Removed removed = new Removed();
    List<StudentFiles> kinds = StudentFiles.all(configuration, files, student);
    for (Path file : filesBelow(folder)) {
      for (StudentFiles kind : kinds) {
        if (kind.are(file)) {
          removed.add(kind.concerns(file) ? rewrite(kind, file) : 0);
        }
      }
    }
    return removed;
  }

  private List<Path> filesBelow(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
    while (all.hasNext()) {
      FileStatus status = all.next();
      boolean draft = status.getPath().getName().endsWith(DRAFT);
      if (!draft && status.getLen() > 0) {
        found.add(status.getPath());
      }
    }
    found.sort(null);
    return found;
  }

  private long rewrite(StudentFiles kind, Path file) throws IOException {
    Path draft = new Path(file.getParent(), "." + file.getName() + DRAFT);
    files.delete(draft, false);
    long before = kind.records(file);
    long after = kind.copyOthers(file, draft);
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("file", relative(file));
    proof.put("at", clock.instant().toString());
    proof.put("recordsBefore", before);
    proof.put("recordsAfter", after);
    proof.put("sha256Before", WholeFile.sha256(files, file));
    proof.put("sha256After", WholeFile.sha256(files, draft));
    record(file, proof, files.getFileStatus(draft).getLen());
    WholeFile.replace(files, draft, file);
    return before - after;
  }

  private String relative(Path file) {
    return root.toUri().relativize(file.toUri()).getPath();
  }

  /** A folder without a document, as of a step that has failed, has its proof in none. */
  private void record(Path file, Map<String, Object> proof, long length) throws IOException {
    String folder = relative(file).replaceFirst("/.*", "");
    Path place = new Path(root, folder + "/" + document);
    if (!files.exists(place)) {
      return;
    }
    Map<String, Object> told = new LinkedHashMap<>(JsonFile.read(place, configuration));
    List<Object> proofs = new ArrayList<>();
    if (told.get(FORGOTTEN) instanceof List) {
      proofs.addAll((List<?>) told.get(FORGOTTEN));
    }
    proofs.add(new TreeMap<>(proof));
    told.put(FORGOTTEN, proofs);
    if (told.get(Manifest.FILES) instanceof Map) {
      Map<Object, Object> lengths = new TreeMap<>((Map<?, ?>) told.get(Manifest.FILES));
      lengths.replace(relative(file).substring(folder.length() + 1), length);
      told.put(Manifest.FILES, lengths);
    }
    WholeFile.write(files, place, JsonWriter.write(told) + "\n");
  }
}

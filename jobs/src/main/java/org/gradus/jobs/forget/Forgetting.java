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
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.Manifest;
import org.gradus.model.json.JsonWriter;

/**
 * One student, in all files of a work folder. A file that holds the student is written anew beside
 * itself, what will be done is put on record in the manifest of its step, and then the new file
 * takes the place of the old one, at once. Killed in between, the same command completes.
 */
final class Forgetting {
  /** Member of the manifests that the proof is in. */
  static final String FORGOTTEN = "forgotten";

  private static final String DRAFT = ".forget-draft";

  private final Configuration configuration;
  private final FileSystem files;
  private final Path work;
  private final Clock clock;
  private final List<StudentFiles> kinds;

  Forgetting(
      Configuration configuration, FileSystem files, Path work, String student, Clock clock) {
    this.configuration = configuration;
    this.files = files;
    this.work = files.makeQualified(work);
    this.clock = clock;
    this.kinds = StudentFiles.all(configuration, files, student);
  }

  /**
   * Rewrites what has to be.
   *
   * @return what has been done, in one sentence
   */
  String run() throws IOException {
    int seen = 0;
    int rewritten = 0;
    long removed = 0;
    for (Path file : filesBelowSteps()) {
      for (StudentFiles kind : kinds) {
        seen += kind.are(file) ? 1 : 0;
        if (kind.are(file) && kind.concerns(file)) {
          removed += rewrite(kind, file);
          rewritten++;
        }
      }
    }
    return String.format(
        "%d records of the student removed from %d of %d files; the proof is in the manifests",
        removed, rewritten, seen);
  }

  private List<Path> filesBelowSteps() throws IOException {
    List<Path> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(work, true);
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
    record(file, proof);
    WholeFile.replace(files, draft, file);
    return before - after;
  }

  private String relative(Path file) {
    return work.toUri().relativize(file.toUri()).getPath();
  }

  /** A folder without a manifest, as of a step that has failed, has its proof in none. */
  private void record(Path file, Map<String, Object> proof) throws IOException {
    String step = relative(file).replaceFirst("/.*", "");
    Path manifest = new Path(work, step + "/" + Manifest.FILE);
    if (!files.exists(manifest)) {
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>(JsonFile.read(manifest, configuration));
    List<Object> proofs = new ArrayList<>();
    if (document.get(FORGOTTEN) instanceof List) {
      proofs.addAll((List<?>) document.get(FORGOTTEN));
    }
    proofs.add(new TreeMap<>(proof));
    document.put(FORGOTTEN, proofs);
    WholeFile.write(files, manifest, JsonWriter.write(document) + "\n");
  }
}

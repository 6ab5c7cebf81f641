package org.gradus.jobs.driver;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * One run at a time in a work folder or a store: a file that is made atomically and says which
 * process holds it. The lock of a process of this machine that no longer lives is taken over; that
 * of another machine has to be removed by hand when its run has died. A process that is killed
 * between making and writing the file leaves it empty: ten minutes later such a lock is taken over
 * by anybody, for writing it takes no time.
 */
public final class WorkLock implements Closeable {
  /** Name of the file. */
  public static final String NAME = ".gradus.lock";

  static final Duration ABANDONED = Duration.ofMinutes(10);

  private static final int BEFORE_FILE_SYSTEMS_CLOSE = 50;

  private final FileSystem files;
  private final Path file;
  private final Thread release;

  private WorkLock(FileSystem files, Path file) {
    this.files = files;
    this.file = file;
    this.release = new Thread(this::releaseAtExit, "release " + file);
    ShutdownHookManager.get().addShutdownHook(release, BEFORE_FILE_SYSTEMS_CLOSE);
  }

  static WorkLock take(WorkFolder folder) throws IOException {
    return take(folder.files(), folder.root(), "Work folder");
  }

  /**
   * Takes the lock of a folder that exists.
   *
   * @param kind what the folder is, to begin a sentence
   * @throws IOException when another run holds it, or it cannot be written
   */
  public static WorkLock take(FileSystem files, Path folder, String kind) throws IOException {
    Path file = new Path(folder, NAME);
    for (int turn = 0; turn < 3; turn++) {
      if (create(files, file, holder(ProcessHandle.current()))) {
        return new WorkLock(files, file);
      }
      Optional<String> text = read(files, file);
      if (text.isPresent() && !isDead(files, file, text.get())) {
        throw new IOException(refusal(kind + " " + shown(files, folder), files, file, text.get()));
      }
      if (text.isPresent()) {
        removeDead(files, file, text.get());
      }
    }
    throw new IOException(
        kind + " " + shown(files, folder) + " is in use by another run that has just started.");
  }

  private static String shown(FileSystem files, Path place) {
    return files instanceof LocalFileSystem ? place.toUri().getPath() : place.toString();
  }

  private static String refusal(String what, FileSystem files, Path file, String text) {
    if (text.isEmpty()) {
      return String.format(
          "%s is being taken into use by another run, or one was killed doing so: wait %d minutes,"
              + " or remove %s.",
          what, ABANDONED.toMinutes(), shown(files, file));
    }
    Map<String, Object> holder = parse(text);
    return String.format(
        "%s is in use by another run (process %s on %s, started %s): wait for its end,"
            + " or remove %s if that process is gone.",
        what, holder.get("pid"), holder.get("host"), holder.get("startedAt"), shown(files, file));
  }

  /** Two processes may find the same dead lock: only one of them can rename it. */
  private static void removeDead(FileSystem files, Path file, String text) throws IOException {
    Path aside = new Path(file.getParent(), NAME + "." + ProcessHandle.current().pid());
    if (files.rename(file, aside)) {
      boolean same = read(files, aside).map(text::equals).orElse(true);
      boolean dead = same && isDead(files, aside, text);
      if (!dead && files.rename(aside, file)) {
        return;
      }
      files.delete(aside, false);
    }
  }

  private static boolean create(FileSystem files, Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (files instanceof LocalFileSystem) {
      try {
        Files.write(
            ((LocalFileSystem) files).pathToFile(file).toPath(),
            bytes,
            StandardOpenOption.CREATE_NEW);
        return true;
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return false;
      }
    }
    try (FSDataOutputStream out = files.create(file, false)) {
      out.write(bytes);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static Optional<String> read(FileSystem files, Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  static String holder(ProcessHandle process) {
    Map<String, Object> holder = new LinkedHashMap<>();
    holder.put("pid", process.pid());
    holder.put("host", host());
    holder.put("startedAt", startedAt(process));
    return JsonWriter.write(holder);
  }

  private static boolean isDead(FileSystem files, Path file, String text) throws IOException {
    return text.isEmpty() ? isAbandoned(files, file) : isDead(text);
  }

  private static boolean isAbandoned(FileSystem files, Path file) throws IOException {
    try {
      long made = files.getFileStatus(file).getModificationTime();
      return Instant.ofEpochMilli(made).plus(ABANDONED).isBefore(Instant.now());
    } catch (FileNotFoundException e) {
      return true;
    }
  }

  private static boolean isDead(String text) {
    Map<String, Object> holder = parse(text);
    if (!(holder.get("pid") instanceof Long) || !host().equals(holder.get("host"))) {
      return false;
    }
    return ProcessHandle.of((Long) holder.get("pid"))
        .map(process -> !startedAt(process).equals(holder.get("startedAt")))
        .orElse(true);
  }

  private static Map<String, Object> parse(String text) {
    try {
      return JsonReader.readObject(text);
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static String startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("at an unknown time");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }

  @Override
  public void close() throws IOException {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(release);
      files.delete(file, false);
    }
  }

  private void releaseAtExit() {
    try {
      files.delete(file, false);
    } catch (IOException e) {
      System.err.println("Could not remove " + file + ": " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "lock " + file;
  }
}

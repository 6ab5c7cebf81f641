package org.gradus.io.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.StringUtils;

/**
 * A small file that is replaced at once: whoever reads it finds the old content or the new one,
 * never a part and never nothing, also when the writer is killed.
 *
 * <p>On HDFS the new content is renamed over the old one ({@link FileContext#rename} with {@link
 * Options.Rename#OVERWRITE}), on a local disk too, where rename(2) does so by POSIX. On S3 and GCS,
 * where a rename is a copy, the object is written in one request, which these stores do at once.
 * Elsewhere, as on ABFS, the two steps of an overwriting rename can be told apart, and a reader in
 * between finds nothing.
 */
public final class WholeFile {
  private static final Set<String> WHOLE_OBJECTS = Set.of("s3a", "gs");

  private WholeFile() {}

  /**
   * Writes a text, replacing the file.
   *
   * @throws IOException when that fails; the file is then as it was
   */
  public static void write(FileSystem files, Path file, String text) throws IOException {
    write(files, file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with bytes. */
  public static void write(FileSystem files, Path file, byte[] bytes) throws IOException {
    if (WHOLE_OBJECTS.contains(files.getUri().getScheme())) {
      create(files, file, bytes);
      return;
    }
    Path draft = new Path(file.getParent(), "." + file.getName() + ".draft");
    create(files, draft, bytes);
    replace(files, draft, file);
  }

  private static void create(FileSystem files, Path file, byte[] bytes) throws IOException {
    try (OutputStream out = files.create(file, true)) {
      out.write(bytes);
    }
  }

  /**
   * Lets a finished file take the place of another one on the same file system, at once where that
   * has a rename that does so.
   */
  public static void replace(FileSystem files, Path draft, Path file) throws IOException {
    if (!files.getUri().getScheme().equals("file")) {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(draft, file, Options.Rename.OVERWRITE);
    } else if (!files.rename(draft, file)) {
      throw new IOException("Could not rename " + draft + " to " + file + ".");
    }
  }

  /** SHA-256 of a file's bytes, as 64 hexadecimal digits. */
  public static String sha256(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return StringUtils.byteToHexString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The text of a file, if there is one. */
  public static Optional<String> read(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}

package org.gradus.io.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.apache.hadoop.util.StringUtils;
import org.gradus.model.knowledge.KnowledgeModel;

/** The two files of a model in a folder of a Hadoop file system. Immutable. */
public final class ModelFolder {
  /** The names of the files. */
  public static final List<String> FILES =
      List.of(KnowledgeModel.HEADER_FILE, KnowledgeModel.PARAMETERS_FILE);

  private static final int BUFFER = 1 << 16;

  private final FileSystem files;
  private final Path folder;

  /** The model in a folder; nothing is read yet. */
  public ModelFolder(FileSystem files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /**
   * Loads the model.
   *
   * @throws java.io.FileNotFoundException when a file is missing
   * @throws IOException when a file cannot be read or is not of this format; the message names it
   */
  public KnowledgeModel load() throws IOException {
    try (Reader header = text(files.open(file(KnowledgeModel.HEADER_FILE)));
        BufferedReader parameters = new BufferedReader(text(parameters()))) {
      return KnowledgeModel.read(header, parameters);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      throw new IOException("Cannot load the model in " + folder + ": " + e.getMessage() + ".", e);
    }
  }

  private Path file(String name) {
    return new Path(folder, name);
  }

  private static Reader text(InputStream in) {
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  private InputStream parameters() throws IOException {
    return new GZIPInputStream(files.open(file(KnowledgeModel.PARAMETERS_FILE)), BUFFER);
  }

  /**
   * SHA-256 of the header and of the unpacked parameters, as 64 hexadecimal digits: equal for equal
   * models, however they were packed.
   */
  public String digest() throws IOException {
    MessageDigest digest = sha256();
    try (InputStream header = files.open(file(KnowledgeModel.HEADER_FILE));
        InputStream parameters = parameters()) {
      absorb(header, digest);
      absorb(parameters, digest);
    }
    return StringUtils.byteToHexString(digest.digest());
  }

  /** The digest of a model whose header and lines of parameters these are. */
  public static String digest(String header, List<String> parameters) {
    MessageDigest digest = sha256();
    digest.update(header.getBytes(StandardCharsets.UTF_8));
    parameters.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return StringUtils.byteToHexString(digest.digest());
  }

  /** The text of the header. */
  public String header() throws IOException {
    try (InputStream in = files.open(file(KnowledgeModel.HEADER_FILE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void absorb(InputStream in, MessageDigest digest) throws IOException {
    new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Copies the files into a folder that exists, on this file system or another one. */
  public void copyTo(FileSystem target, Path targetFolder) throws IOException {
    for (String name : FILES) {
      try (InputStream in = files.open(file(name));
          var out = target.create(new Path(targetFolder, name), true)) {
        IOUtils.copyBytes(in, out, BUFFER);
      }
    }
  }
}

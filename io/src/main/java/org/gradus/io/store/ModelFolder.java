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
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.apache.hadoop.util.StringUtils;
import org.gradus.model.knowledge.KnowledgeModel;

/**
 * The files of a model in a folder of a Hadoop file system: header, parameters and, unless the
 * model was trained without, spread. Immutable.
 */
public final class ModelFolder {
  private static final int BUFFER = 1 << 16;

  private final FileSystem files;
  private final Path folder;

  /** The model in a folder; nothing is read yet. */
  public ModelFolder(FileSystem files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /** The model in a folder of any file system; nothing is read yet. */
  public static ModelFolder at(Path folder, Configuration configuration) throws IOException {
    return new ModelFolder(folder.getFileSystem(configuration), folder);
  }

  /** Whether there is a model. */
  public boolean exists() throws IOException {
    return files.exists(file(KnowledgeModel.HEADER_FILE));
  }

  /**
   * Loads the model.
   *
   * @throws java.io.FileNotFoundException when a file is missing
   * @throws IOException when a file cannot be read or is not of this format; the message names it
   */
  public KnowledgeModel load() throws IOException {
    try (BufferedReader spreads = lines(KnowledgeModel.SPREAD_FILE)) {
      return load(spreads);
    }
  }

  /**
   * The same without intervals and explanations, which take 2 x features^2 bytes an exercise more
   * than the parameters.
   */
  public KnowledgeModel loadParameters() throws IOException {
    return load(new BufferedReader(Reader.nullReader()));
  }

  private KnowledgeModel load(BufferedReader spreads) throws IOException {
    try (Reader header = text(files.open(file(KnowledgeModel.HEADER_FILE)));
        BufferedReader parameters = lines(KnowledgeModel.PARAMETERS_FILE)) {
      return KnowledgeModel.read(header, parameters, spreads);
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

  private BufferedReader lines(String name) throws IOException {
    return new BufferedReader(text(unpacked(name)));
  }

  private InputStream unpacked(String name) throws IOException {
    return has(name)
        ? new GZIPInputStream(files.open(file(name)), BUFFER)
        : InputStream.nullInputStream();
  }

  private boolean has(String name) throws IOException {
    return !name.equals(KnowledgeModel.SPREAD_FILE) || files.exists(file(name));
  }

  /** The packed files with one exercise a line. */
  public List<Path> linesFiles() throws IOException {
    Path parameters = file(KnowledgeModel.PARAMETERS_FILE);
    return has(KnowledgeModel.SPREAD_FILE)
        ? List.of(parameters, file(KnowledgeModel.SPREAD_FILE))
        : List.of(parameters);
  }

  /** Lines of the unpacked parameters, for the caller to close. */
  public BufferedReader parameterLines() throws IOException {
    return lines(KnowledgeModel.PARAMETERS_FILE);
  }

  /**
   * SHA-256 of the header and of the unpacked parameters and spread, as 64 hexadecimal digits:
   * equal for equal models, however they were packed.
   */
  public String digest() throws IOException {
    MessageDigest digest = sha256();
    try (InputStream header = files.open(file(KnowledgeModel.HEADER_FILE));
        InputStream parameters = unpacked(KnowledgeModel.PARAMETERS_FILE);
        InputStream spreads = unpacked(KnowledgeModel.SPREAD_FILE)) {
      absorb(header, digest);
      absorb(parameters, digest);
      absorb(spreads, digest);
    }
    return StringUtils.byteToHexString(digest.digest());
  }

  /** The digest of a model whose header and lines these are. */
  public static String digest(String header, List<String> parameters, List<String> spreads) {
    MessageDigest digest = sha256();
    digest.update(header.getBytes(StandardCharsets.UTF_8));
    parameters.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    spreads.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
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
    copy(file(KnowledgeModel.HEADER_FILE), target, targetFolder);
    for (Path lines : linesFiles()) {
      copy(lines, target, targetFolder);
    }
  }

  private void copy(Path file, FileSystem target, Path targetFolder) throws IOException {
    try (InputStream in = files.open(file);
        var out = target.create(new Path(targetFolder, file.getName()), true)) {
      IOUtils.copyBytes(in, out, BUFFER);
    }
  }
}

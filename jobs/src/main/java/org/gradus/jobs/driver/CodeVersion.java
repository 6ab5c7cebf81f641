package org.gradus.jobs.driver;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which build of the program this is: its version and a digest of its own classes, so that outputs
 * of other code are not taken for up to date, and a mere rebuild does not invalidate them. The
 * digest is the same where {@code hadoop jar} has unpacked the jar into a folder.
 */
public final class CodeVersion {
  private static final String OWN = "org/gradus/";

  private CodeVersion() {}

  /** The version, such as {@code 0.1.0}; {@code development} outside a jar. */
  public static String version() {
    String version = CodeVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The digest of the program, such as {@code 3f2a9c01b7de}. */
  static String full() throws IOException {
    Optional<File> place = place(CodeVersion.class);
    return place.isPresent() ? digest(place.get(), OWN) : version();
  }

  /**
   * The digest of the jar that a step from elsewhere has come in; empty for those of the program.
   */
  static String beyond(Class<?> step) throws IOException {
    Optional<File> place = place(step).filter(File::isFile);
    boolean other = place.isPresent() && !place.equals(place(CodeVersion.class));
    return other ? "-" + digest(place.get(), "") : "";
  }

  private static Optional<File> place(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null || !location.getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new File(location.toURI())).filter(File::exists);
    } catch (URISyntaxException e) {
      throw new IOException(
          "Could not read the program " + type.getName() + " at " + location + ".", e);
    }
  }

  /** The digest of all files in a jar or a folder whose names start with a text. */
  static String digest(File place, String start) throws IOException {
    List<String> files = place.isFile() ? ofJar(place) : ofFolder(place.toPath());
    String own =
        files.stream()
            .filter(line -> line.startsWith(start))
            .sorted()
            .collect(Collectors.joining("\n"));
    return Digest.of(own).substring(0, 12);
  }

  private static List<String> ofJar(File file) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(CodeVersion::nameAndChecksum)
          .collect(Collectors.toList());
    }
  }

  private static String nameAndChecksum(JarEntry entry) {
    return entry.getName() + ' ' + entry.getCrc();
  }

  private static List<String> ofFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file));
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        lines.add(name + ' ' + checksum.getValue());
      }
      return lines;
    }
  }
}

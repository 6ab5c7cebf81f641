package org.gradus.jobs.driver;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Which build of the program this is: its version and a digest of its own classes, so that outputs
 * of other code are not taken for up to date, and a mere rebuild does not invalidate them.
 */
public final class CodeVersion {
  private static final String OWN = "org/gradus/";

  private CodeVersion() {}

  /** The version, such as {@code 0.1.0}; {@code development} outside a jar. */
  public static String version() {
    String version = CodeVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Version and digest, such as {@code 0.1.0-3f2a9c01b7de}. */
  static String full() throws IOException {
    Optional<File> jar = jar(CodeVersion.class);
    return jar.isPresent() ? version() + "-" + digest(jar.get(), OWN) : version();
  }

  /**
   * The digest of the jar that a step from elsewhere has come in; empty for those of the program.
   */
  static String beyond(Class<?> step) throws IOException {
    Optional<File> jar = jar(step);
    boolean other = jar.isPresent() && !jar.equals(jar(CodeVersion.class));
    return other ? "-" + digest(jar.get(), "") : "";
  }

  private static Optional<File> jar(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null || !location.getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new File(location.toURI())).filter(File::isFile);
    } catch (URISyntaxException e) {
      throw new IOException(
          "Could not read the jar of " + type.getName() + " at " + location + ".", e);
    }
  }

  private static String digest(File file, String start) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      String entries =
          jar.stream()
              .filter(entry -> entry.getName().startsWith(start))
              .map(CodeVersion::nameAndChecksum)
              .sorted()
              .collect(Collectors.joining("\n"));
      return Digest.of(entries).substring(0, 12);
    }
  }

  private static String nameAndChecksum(JarEntry entry) {
    return entry.getName() + ' ' + entry.getCrc();
  }
}

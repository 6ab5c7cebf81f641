package org.gradus.jobs.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Looks at {@code target/gradus.jar} as a cluster sees it. */
public class FatJarIT {
  private static final List<String> NOT_INSIDE =
      List.of(
          "org/apache/",
          "shaded/parquet/",
          "io/airlift/",
          "org/slf4j/",
          "org/xerial/",
          "com/zaxxer/",
          "org/jline/terminal/",
          "META-INF/versions/");
  private static final List<String> INSIDE =
      List.of(
          "org/gradus/shaded/org/apache/parquet/hadoop/ParquetWriter.class",
          "org/gradus/shaded/org/apache/commons/math3/linear/RealVector.class",
          "com/github/luben/zstd/Zstd.class",
          "org/gradus/shaded/com/zaxxer/hikari/HikariDataSource.class",
          "META-INF/LICENSE",
          "META-INF/licenses/org.postgresql/LICENSE",
          "META-INF/licenses/com.h2database/LICENSE",
          "META-INF/services/org.gradus.jobs.driver.Step");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static Set<String> files() throws IOException {
    try (JarFile jar = new JarFile(FatJar.FILE)) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(JarEntry::getName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  public void holdsNothingThatAClusterHasInAnotherVersion() throws IOException {
    Set<String> files = files();
    for (String start : NOT_INSIDE) {
      assertEquals(
          List.of(),
          files.stream().filter(name -> name.startsWith(start)).collect(Collectors.toList()));
    }
    assertEquals(
        List.of(),
        files.stream()
            .filter(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)|.*module-info.class"))
            .collect(Collectors.toList()));
  }

  @Test
  public void holdsWhatAClusterDoesNotHave() throws IOException {
    assertTrue(INSIDE.toString(), files().containsAll(INSIDE));
  }

  @Test
  public void namesItsMainClassAndVersion() throws IOException {
    try (JarFile jar = new JarFile(FatJar.FILE)) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertEquals("org.gradus.jobs.cli.Gradus", main.getValue(Attributes.Name.MAIN_CLASS));
      assertTrue(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION).startsWith("0."));
    }
  }

  @Test
  public void offersTheDriversOfBothDatabases() throws IOException {
    try (JarFile jar = new JarFile(FatJar.FILE)) {
      InputStream services = jar.getInputStream(jar.getEntry("META-INF/services/java.sql.Driver"));
      String drivers = new String(services.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(
          Set.of("org.h2.Driver", "org.postgresql.Driver"),
          drivers.lines().collect(Collectors.toSet()));
    }
  }

  @Test
  public void runsFromLogsToReportAndAStoreWithTheTrimmedHadoop() throws Exception {
    FatJar gradus = new FatJar(folder.getRoot());
    gradus.run("generate", "--students", "40", "--exercises", "3", "--output", "class");
    String output = gradus.run("run", "--input", "class", "--work", "work folder");
    File report = new File(folder.getRoot(), "work folder/report/metrics.json");
    assertTrue(output, report.isFile());
    assertTrue("draws a bar", output.contains("100%") && output.contains("\r"));
    String store = "jdbc:h2:" + new File(folder.getRoot(), "database");
    gradus.run("publish", "--work", "work folder", "--store", store);
    String versions = gradus.run("versions", "--store", store);
    assertTrue(versions, versions.contains("v000001-"));
  }
}

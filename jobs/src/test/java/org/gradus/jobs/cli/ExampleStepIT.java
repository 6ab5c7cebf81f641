package org.gradus.jobs.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A step of somebody else, {@code src/test/example-step}, compiled into a jar of its own. */
public class ExampleStepIT {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "."), "src/test/example-step");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private FatJar gradus;
  private Path classes;
  private String jar;

  @Before
  public void compile() throws IOException {
    gradus = new FatJar(folder.getRoot());
    classes = folder.newFolder("classes").toPath();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--release", "11", "-proc:none", "-cp", FatJar.classPath()));
    arguments.addAll(List.of("-d", classes.toString()));
    files(SOURCES, ".java").forEach(file -> arguments.add(file.toString()));
    String[] compiler = arguments.toArray(new String[0]);
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, compiler));
    jar = pack("activity.jar");
  }

  private static List<Path> files(Path root, String end) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(end))
          .collect(Collectors.toList());
    }
  }

  private String pack(String name) throws IOException {
    File file = new File(folder.getRoot(), name);
    try (OutputStream out = Files.newOutputStream(file.toPath());
        JarOutputStream packed = new JarOutputStream(out)) {
      add(packed, classes, ".class");
      add(packed, SOURCES, "driver.Step");
    }
    return file.getPath();
  }

  private static void add(JarOutputStream packed, Path root, String end) throws IOException {
    for (Path file : files(root, end)) {
      packed.putNextEntry(new JarEntry(root.relativize(file).toString()));
      Files.copy(file, packed);
      packed.closeEntry();
    }
  }

  @Test
  public void isOneOfTheStepsOnceItsJarIsNamed() throws Exception {
    assertFalse(gradus.run("steps").contains("activity"));
    String steps = gradus.run("steps", "-libjars", jar);
    assertTrue(steps, steps.contains("\nactivity    histories"));
    String conf = gradus.run("-libjars", jar, "conf");
    assertTrue(conf, conf.contains("<name>gradus.activity.most</name>\n    <value>50</value>"));
    assertTrue(conf, conf.contains("goes its name: activity, difficulty, "));
    String help = gradus.run("activity", "--help", "-libjars", jar);
    assertTrue(help, help.contains("Counts students by their number of attempts."));
    Path log = folder.newFile("log.csv").toPath();
    Files.writeString(log, "student_id,exercise_id,correct,order_id\nann,sums,1,1\n");
    String[] arguments = {
      "explain", "-libjars", jar, "--target=activity", "--work", "w", "--input", log.toString()
    };
    String explain = gradus.run(arguments);
    assertTrue(explain, explain.contains("\nactivity  run    it has not run yet\n"));
  }

  @Test
  public void runsItsOwnMapperAndResumesWithItsOwnCode() throws Exception {
    gradus.run("generate", "--students", "40", "--exercises", "3", "--output", "class");
    String[] run = {
      "run", "--input", "class", "--work", "w", "--target", "activity", "-libjars", jar, "--most=7"
    };
    String output = gradus.run(run);
    assertTrue(output, output.matches("(?s).*\nactivity +done +[0-9.]+ +students 40\n.*"));
    Path part = files(folder.getRoot().toPath().resolve("w/activity/counts"), "-00000").get(0);
    assertTrue(Files.readString(part), Files.readString(part).contains("7\t"));
    output = gradus.run(run);
    assertTrue(output, output.matches("(?s).*\nactivity +up to date .*"));
    Files.writeString(classes.resolve("Another.class"), "a new version of the jar");
    pack("activity.jar");
    run[0] = "explain";
    output = gradus.hadoopJar(run);
    assertTrue(output, output.contains("\nactivity  run    the program has changed\n"));
    assertTrue(output, output.contains("\nsort      skip   up to date\n"));
    run[0] = "run";
    output = gradus.hadoopJar(run);
    assertTrue(output, output.matches("(?s).*\nactivity +done +[0-9.]+ +students 40\n.*"));
  }

  @Test
  public void aJarThatPromisesWhatItDoesNotHoldIsNamed() throws Exception {
    Files.delete(classes.resolve("org/example/activity/ActivityStep.class"));
    String output = gradus.run(2, "steps", "-libjars", pack("activity.jar"));
    assertEquals(
        "gradus: A step or command cannot be loaded (org.gradus.jobs.driver.Step: Provider"
            + " org.example.activity.ActivityStep not found): mend or leave out the jar whose"
            + " META-INF/services/org.gradus.jobs.driver.Step names it.\n",
        output);
  }
}

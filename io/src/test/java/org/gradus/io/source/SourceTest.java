package org.gradus.io.source;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Loading sources, and what is said about those that do not fit. */
public class SourceTest {
  private static final String MINE =
      "student = uid\nexercise = skill\ncorrect = ok\norder = n\nkeep.kind = a, b\n";

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private static String settingsMessage(String text) {
    return assertThrows(SettingsException.class, () -> Source.parse("mine", text)).getMessage();
  }

  private static String dataMessage(Source source, String header) {
    return assertThrows(DataException.class, () -> Parsing.of(source, header)).getMessage();
  }

  private static void assertSays(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message, message.contains(part));
    }
  }

  @Test
  public void unknownNameTellsTheNearest() {
    SettingsException e =
        assertThrows(
            SettingsException.class, () -> Source.load("kddcupp", new Configuration(false)));
    assertSays(
        e.getMessage(), "'kddcupp'", "nearest: kddcup", "assistments, ednet, edx, four-column");
  }

  @Test
  public void aFileOfTheUser() throws IOException {
    File file = folder.newFile("my.properties");
    Files.write(file.toPath(), MINE.getBytes(StandardCharsets.UTF_8));
    for (String path : new String[] {file.getPath(), file.toURI().toString()}) {
      Source source = Source.load(path, new Configuration(false));
      Parsing parsing = Parsing.of(source, "kind,uid,skill,ok,n");
      assertEquals("ann", parsing.student("b,ann,add,1,4"));
      assertEquals("FILTERED c", parsing.why("c,ann,add,1,4"));
    }
    assertThrows(
        SettingsException.class,
        () -> Source.load(file.getPath() + "x.properties", new Configuration(false)));
  }

  @Test
  public void aLocalFileWhenTheDefaultFileSystemLacksIt() throws IOException {
    File file = folder.newFile("my.properties");
    Files.write(file.toPath(), MINE.getBytes(StandardCharsets.UTF_8));
    assertEquals(MINE, Source.load(file.getPath(), new Configuration(false)).text());
  }

  @Test
  public void settingsAreChecked() {
    assertSays(settingsMessage("studnt = a"), "unknown setting 'studnt'", "'student'");
    assertSays(settingsMessage("student = a"), "student, exercise and correct");
    assertSays(settingsMessage("student=a\nexercise=b\ncorrect=c"), "time or for order");
    assertSays(settingsMessage("extends = gradu"), "extends 'gradu'");
    assertSays(settingsMessage(MINE + "time.format = foo{"), "time format 'foo{'");
    assertSays(settingsMessage(MINE + "seconds-taken.unit = min"), "one of s, ms");
    assertSays(settingsMessage("student=a?b\nexercise=b\ncorrect=c"), "'?' only at its end");
    assertSays(settingsMessage(MINE + "header = maybe"), "header = 'maybe'", "true, false, auto");
    assertSays(settingsMessage(MINE + "delimiter = xy"), "delimiter = 'xy'", "comma, tab");
    assertSays(settingsMessage(MINE + "time.zone = Mars"), "time.zone = 'Mars'");
    assertSays(settingsMessage(MINE + "correct.threshold = 2"), "correct.threshold = '2'");
    assertSays(settingsMessage(MINE + "header = false"), "columns");
  }

  @Test
  public void extendingKeepsWhatIsNotSet() throws IOException {
    Source source = Source.parse("mine", "extends = assistments\nkeep.original = 1\n");
    Parsing parsing = Parsing.of(source, "order_id,user_id,problem_id,original,correct,skill_name");
    assertEquals("ann", parsing.student("5,ann,q,1,0,add"));
    assertEquals(Rejection.FILTERED, parsing.rejection("6,ann,q,0,0,add"));
  }

  @Test
  public void missingColumnsAreNamedAndAnotherSourceProposed() throws IOException {
    Source gradus = Source.load("gradus", new Configuration(false));
    assertSays(
        dataMessage(gradus, "order_id,user_id,problem_id,correct,skill_name"),
        "Cannot read a.csv as source 'gradus'",
        "no column 'student_id' (student)",
        "only order_id, user_id, problem_id",
        "fit --source assistments.");
    assertSays(dataMessage(gradus, "u_1,add,1,1700000000"), "fit --source four-column.");
    assertSays(dataMessage(gradus, "a,b"), "no shipped source fits");
    assertSays(
        dataMessage(gradus, "student_id,exercise_id,correct"),
        "no column 'timestamp' or 'order_id' (time or order)");
  }

  @Test
  public void missingFoldColumnIsNamed() throws IOException {
    Source source = Source.load("gradus", new Configuration(false)).with("fold", "split");
    String header = "student_id,exercise_id,correct,order_id";
    assertSays(dataMessage(source, header), "no column 'split' (fold), only student_id");
    Parsing parsing = Parsing.of(source, header + ",split");
    assertEquals("train", parsing.attempt("ann,add,1,1,train").fold());
  }
}

package org.gradus.io.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is refused before a job is submitted, and which files an input names. */
public class LogCheckTest {
  private static final String TEXT = Logs.HEADER + "ann,e,1,1\n";

  @Rule public TemporaryFolder folder = new TemporaryFolder();
  private Logs logs;
  private String root;

  @Before
  public void open() {
    logs = new Logs(folder.getRoot());
    root = folder.getRoot().getPath();
  }

  private void assertRefused(Class<? extends RuntimeException> type, String... parts) {
    RuntimeException e = assertThrows(type, () -> LogInputFormat.check(logs.configuration));
    for (String part : parts) {
      assertTrue(e.getMessage(), e.getMessage().contains(part));
    }
  }

  private List<String> names(String input) throws Exception {
    List<String> names = new ArrayList<>();
    for (LogFile file : LogInputFormat.files(logs.input(input).configuration)) {
      names.add(file.path().toUri().getPath().substring(root.length() + 1));
    }
    return names;
  }

  @Test
  public void missingInputs() {
    logs.input(root + "/nothing.csv");
    assertRefused(SettingsException.class, "--input " + root + "/nothing.csv does not exist");
    logs.input(root + "/*.csv");
    assertRefused(SettingsException.class, "--input " + root + "/*.csv names no file");
    logs.input(root);
    assertRefused(SettingsException.class, "names no file");
    logs.input(" , ");
    assertRefused(SettingsException.class, "--input is not set");
  }

  @Test
  public void uselessFiles() throws Exception {
    logs.write("a.csv", "");
    assertRefused(DataException.class, "a.csv is empty");
    logs.write("b.csv.gz", Logs.gzip("\n\n"));
    assertRefused(DataException.class, "all 2 files are empty");
    logs.write("c.csv", "uid,ex,ok\n");
    assertRefused(DataException.class, "c.csv", "no column 'student_id'", "only uid, ex, ok");
    logs.write("c.csv", new byte[] {'a', 0, 'b'});
    assertRefused(DataException.class, "c.csv at offset 0", "not text", "byte 0 at place 1");
    logs.write("c.csv", TEXT);
    LogInputFormat.check(logs.configuration);
    LogInputFormat.FOLD_COLUMN.set(logs.configuration, "split");
    assertRefused(DataException.class, "no column 'split' (fold)", "student_id, exercise_id");
  }

  @Test
  public void aColumnThatIsThereTwice() throws Exception {
    logs.write("a.csv", "student_id,exercise_id,correct,timestamp,correct\nann,e,1,1,0\n");
    assertRefused(
        DataException.class, "a.csv", "has the column 'correct' (correct) more than once");
    logs.write("a.csv", "student_id,note,exercise_id,correct,timestamp,note\nann,x,e,1,1,y\n");
    LogInputFormat.check(logs.configuration);
    LogInputFormat.FOLD_COLUMN.set(logs.configuration, "note");
    assertRefused(DataException.class, "has the column 'note' (fold) more than once");
  }

  @Test
  public void aColonInAName() throws Exception {
    logs.input("a:b.csv");
    assertRefused(SettingsException.class, "--input a:b.csv", "colon", "./a:b.csv");
    logs.write("class/a:b.csv", TEXT);
    logs.input(root + "/class/*.csv");
    assertRefused(SettingsException.class, "--input " + root + "/class/*.csv", "colon", "a:b.csv");
    assertEquals(List.of("class/a:b.csv"), names(root + "/class"));
    assertEquals(List.of("class/a:b.csv"), names(root + "/class/a:b.csv"));
  }

  @Test
  public void theFirstLineOfADamagedFile() throws Exception {
    logs.write("a.csv.gz", Logs.cut(Logs.gzip(TEXT), 12));
    assertRefused(DataException.class, "a.csv.gz at offset 0", "ends early or is damaged");
  }

  @Test
  public void filesFoldersAndGlobs() throws Exception {
    for (String name :
        List.of("b/2.csv", "a.csv", "b/1.csv", "b/c/3.csv", "_logs/x", ".x", "b/_SUCCESS", "d,e")) {
      logs.write(name, TEXT);
    }
    assertEquals(List.of("a.csv", "b/1.csv", "b/2.csv", "b/c/3.csv", "d,e"), names(root));
    assertEquals(List.of("b/1.csv", "b/2.csv"), names(root + "/b/[12].csv"));
    assertEquals(List.of("a.csv", "b/1.csv"), names(root + "/b/1.csv, " + root + "/a.csv"));
    assertEquals(List.of("a.csv", "b/1.csv"), names(root + "/{a.csv,b/1.csv}"));
    assertEquals(List.of("a.csv"), names(root + "/a.csv," + root + "/*.csv"));
    assertEquals(List.of("d,e"), names(root + "/d\\,e"));
    assertEquals(List.of("b/_SUCCESS"), names(root + "/b/_SUCCESS"));
    assertEquals(List.of("_logs/x"), names(root + "/_logs"));
    logs.write("[1].csv", TEXT);
    assertEquals(List.of("[1].csv"), names(root + "/[1].csv"));
  }
}

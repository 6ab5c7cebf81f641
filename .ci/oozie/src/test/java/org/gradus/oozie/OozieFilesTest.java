package org.gradus.oozie;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import org.apache.hadoop.conf.Configuration;
import org.apache.oozie.ErrorCode;
import org.apache.oozie.action.hadoop.JavaActionExecutor;
import org.apache.oozie.service.ActionService;
import org.apache.oozie.service.ConfigurationService;
import org.apache.oozie.service.LiteWorkflowStoreService;
import org.apache.oozie.service.SchemaService;
import org.apache.oozie.service.SchemaService.SchemaName;
import org.apache.oozie.service.Services;
import org.apache.oozie.workflow.WorkflowException;
import org.apache.oozie.workflow.lite.KillNodeDef;
import org.apache.oozie.workflow.lite.LiteWorkflowApp;
import org.apache.oozie.workflow.lite.LiteWorkflowAppParser;
import org.apache.oozie.workflow.lite.NodeDef;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.xml.sax.SAXException;

/** The files in conf/oozie, read by Oozie's own parser and schemas, without a server. */
public class OozieFilesTest {
  private static final List<String> STEPS =
      List.of("sort", "difficulty", "prior", "train", "report");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-zA-Z]+)[ }]");

  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private Services services;
  private String workflow;
  private String coordinator;
  private final Properties job = new Properties();

  @Before
  public void startTheParserOnly() throws Exception {
    new File(home.getRoot(), "conf").mkdir();
    System.setProperty(Services.OOZIE_HOME_DIR, home.getRoot().getAbsolutePath());
    services = new Services();
    Configuration configuration = services.get(ConfigurationService.class).getConf();
    configuration.set(
        Services.CONF_SERVICE_CLASSES,
        SchemaService.class.getName() + "," + ActionService.class.getName());
    configuration.set(
        "oozie.service.ActionService.executor.classes", JavaActionExecutor.class.getName());
    services.init();
    workflow = text("workflow.xml");
    coordinator = text("coordinator.xml");
    try (Reader reader = new StringReader(text("job.properties"))) {
      job.load(reader);
    }
  }

  @After
  public void stopTheParser() {
    services.destroy();
    System.clearProperty(Services.OOZIE_HOME_DIR);
  }

  private static String text(String name) throws IOException {
    return Files.readString(Path.of("../../conf/oozie", name));
  }

  private LiteWorkflowApp parsed(String xml) throws WorkflowException {
    LiteWorkflowAppParser parser =
        new LiteWorkflowAppParser(
            services.get(SchemaService.class).getSchema(SchemaName.WORKFLOW),
            LiteWorkflowStoreService.LiteControlNodeHandler.class,
            LiteWorkflowStoreService.LiteDecisionHandler.class,
            LiteWorkflowStoreService.LiteActionHandler.class);
    return parser.validateAndParse(new StringReader(xml), settings());
  }

  /** What a workflow is started with: job.properties and what the coordinator adds. */
  private Configuration settings() {
    Configuration settings = new Configuration(false);
    job.stringPropertyNames().forEach(name -> settings.set(name, job.getProperty(name)));
    for (String name : added()) {
      settings.set(name, "2026-01-05");
    }
    return settings;
  }

  private Set<String> added() {
    Matcher matcher = Pattern.compile("<property><name>(\\w+)</name>").matcher(coordinator);
    Set<String> names = new TreeSet<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> variables(String xml) {
    Matcher matcher = VARIABLE.matcher(xml);
    Set<String> names = new TreeSet<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private void validateCoordinator(String xml) throws SAXException, IOException {
    services
        .get(SchemaService.class)
        .getValidator(SchemaName.COORDINATOR)
        .validate(new StreamSource(new StringReader(xml)));
  }

  private ErrorCode refusal(String xml) {
    return assertThrows(WorkflowException.class, () -> parsed(xml)).getErrorCode();
  }

  @Test
  public void theWorkflowIsOneActionOrTheStepsInTheirOrder() throws WorkflowException {
    LiteWorkflowApp app = parsed(workflow);
    assertEquals(List.of("publication", "failed"), app.getNode("run").getTransitions());
    List<String> order = new ArrayList<>();
    NodeDef node = app.getNode("sort");
    while (!node.getName().equals("publication")) {
      assertEquals("failed", node.getTransitions().get(1));
      order.add(node.getName());
      node = app.getNode(node.getTransitions().get(0));
    }
    assertEquals(STEPS, order);
    assertEquals(Set.of("run", "sort"), new TreeSet<>(app.getNode("shape").getTransitions()));
  }

  @Test
  public void whereThereIsAStoreTheModelIsPublishedAndItsPredictionsAreDelivered()
      throws WorkflowException {
    LiteWorkflowApp app = parsed(workflow);
    Set<String> ways = new TreeSet<>(app.getNode("publication").getTransitions());
    assertEquals(Set.of("done", "publish"), ways);
    assertEquals(List.of("predict", "failed"), app.getNode("publish").getTransitions());
    assertEquals(List.of("deliver", "failed"), app.getNode("predict").getTransitions());
    assertEquals(List.of("done", "failed"), app.getNode("deliver").getTransitions());
    String expected =
        without("<arg>--input</arg><arg>${input}</arg>", app.getNode("run").getConf());
    String store = "<arg>--store</arg><arg>${store}</arg>";
    for (String command : List.of("publish", "predict", "deliver")) {
      String action = app.getNode(command).getConf().replaceAll("\\s", "");
      assertTrue(action, action.contains("<arg>" + command + "</arg>"));
      assertEquals(command, !command.equals("predict"), action.contains(store));
      assertEquals(expected, without(store, action).replace(">" + command + "<", ">run<"));
    }
  }

  @Test
  public void aFailureEndsInAKillThatSaysWhere() throws WorkflowException {
    NodeDef failed = parsed(workflow).getNode("failed");
    assertEquals(KillNodeDef.class, failed.getClass());
    assertTrue(failed.getConf(), failed.getConf().contains("${wf:lastErrorNode()}"));
  }

  @Test
  public void everyActionRunsItsStepWithTheSameSettings() throws WorkflowException {
    LiteWorkflowApp app = parsed(workflow);
    String run = app.getNode("run").getConf();
    String input = "<arg>--input</arg><arg>${input}</arg>";
    assertTrue(run, run.replaceAll("\\s", "").contains(input));
    for (String step : STEPS) {
      String action = app.getNode(step).getConf().replace(">" + step + "<", ">run<");
      String expected = step.equals("sort") ? run : without(input, run);
      assertEquals(step, expected.replaceAll("\\s", ""), action.replaceAll("\\s", ""));
    }
  }

  private static String without(String arguments, String action) {
    return action.replaceAll("\\s", "").replace(arguments, "");
  }

  @Test
  public void theParserRefusesATransitionToNowhere() {
    assertEquals(
        ErrorCode.E0708, refusal(workflow.replace("<ok to=\"train\"/>", "<ok to=\"t\"/>")));
  }

  @Test
  public void theParserRefusesACircle() {
    assertEquals(
        ErrorCode.E0707, refusal(workflow.replace("<ok to=\"train\"/>", "<ok to=\"sort\"/>")));
  }

  @Test
  public void theParserRefusesWhatTheSchemaDoesNotKnow() {
    assertEquals(ErrorCode.E0701, refusal(workflow.replace("main-class>", "main-klass>")));
  }

  @Test
  public void theParserRefusesAMissingParameter() {
    job.remove("resourceManager");
    assertEquals(ErrorCode.E0738, refusal(workflow));
  }

  @Test
  public void theCoordinatorFollowsItsSchema() throws SAXException, IOException {
    validateCoordinator(coordinator);
    assertThrows(
        SAXException.class,
        () -> validateCoordinator(coordinator.replace("done-flag", "done-flags")));
  }

  @Test
  public void everyVariableIsGiven() {
    Set<String> given = new TreeSet<>(job.stringPropertyNames());
    given.addAll(Set.of("YEAR", "MONTH", "DAY"));
    assertTrue(given + " " + coordinator, given.containsAll(variables(coordinator)));
    given.addAll(added());
    assertTrue(given + " " + workflow, given.containsAll(variables(workflow)));
  }
}

package org.gradus.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.security.AccessControlException;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.RefusedException;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.NearestName;
import org.gradus.jobs.driver.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The program: reads a command line, does what it says and returns the exit code. */
public final class Gradus {
  private static final Logger LOG = LoggerFactory.getLogger(Gradus.class);

  /** Set by bin/gradus to the width of the terminal, when there is one to draw on. */
  private static final String COLUMNS = "GRADUS_COLUMNS";

  private final Supplier<Installed> installed;
  private final List<String> inherited;
  private final PrintStream out;
  private final PrintStream err;

  /** The program on streams of the caller's choice. */
  public Gradus(Installed installed, PrintStream out, PrintStream err) {
    this(() -> installed, List.of(), out, err);
  }

  private Gradus(
      Supplier<Installed> installed, List<String> inherited, PrintStream out, PrintStream err) {
    this.installed = installed;
    this.inherited = inherited;
    this.out = out;
    this.err = err;
  }

  /** Runs and exits. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code = new Gradus(Installed::onClassPath, List.of(), out, err).run(arguments);
    out.flush();
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Runs one command line; an error has been shown when this returns. */
  public int run(String... arguments) {
    try {
      GenericArguments divided = new GenericArguments(inherited, Arrays.asList(arguments));
      return run(divided);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("gradus: interrupted; the same command resumes.");
      return ExitCode.FAILED;
    } catch (IOException | RuntimeException | Error e) {
      err.println("gradus: " + sentence(e));
      return ExitCode.of(e);
    }
  }

  /** Hadoop's options come first: {@code -libjars} may bring further steps. */
  private int run(GenericArguments arguments) throws IOException, InterruptedException {
    Configuration configuration = new JobConf();
    arguments.apply(configuration);
    return run(arguments, installed.get(), configuration);
  }

  private int run(GenericArguments arguments, Installed installed, Configuration configuration)
      throws IOException, InterruptedException {
    Actions actions =
        new Actions(
            installed, out, progress(), (to, nested) -> nested(arguments.generic(), to, nested));
    CommandLine line = new CommandTree(installed).build(actions);
    ParseResult parsed = parse(line, arguments.own());
    if (CommandLine.printHelpIfRequested(parsed)) {
      return ExitCode.DONE;
    }
    if (!parsed.hasSubcommand()) {
      line.usage(err);
      return ExitCode.USAGE;
    }
    CommandTree.Bound bound = (CommandTree.Bound) parsed.subcommand().commandSpec().userObject();
    Options.apply(parsed.subcommand(), bound.keys, configuration);
    installed.keys().check(configuration);
    return bound.action.run(configuration);
  }

  /**
   * On another stream than this program's own, errors go there, too. What its {@code -libjars}
   * bring is for it alone.
   */
  private int nested(List<String> generic, PrintStream to, String[] arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try {
      return new Gradus(installed, generic, to, to.equals(out) ? err : to).run(arguments);
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  private Progress progress() {
    String columns = System.getenv(COLUMNS);
    boolean terminal = columns != null && columns.matches("\\d{2,4}") && !out.equals(err);
    return terminal ? new BarProgress(out, Integer.parseInt(columns) - 1) : new LineProgress(out);
  }

  private ParseResult parse(CommandLine line, List<String> own) {
    line.setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true));
    try {
      return line.parseArgs(own.toArray(new String[0]));
    } catch (CommandLine.ParameterException e) {
      List<String> unmatched =
          e instanceof CommandLine.UnmatchedArgumentException
              ? ((CommandLine.UnmatchedArgumentException) e).getUnmatched()
              : List.of();
      if (!unmatched.isEmpty()) {
        throw new SettingsException(unknown(e.getCommandLine(), unmatched.get(0)));
      }
      String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
      throw new SettingsException(e.getMessage() + "; see '" + help + "'.");
    }
  }

  private static String unknown(CommandLine command, String typed) {
    boolean option = typed.startsWith("-");
    String name = typed.replaceFirst("=.*", "");
    Collection<String> names =
        option
            ? new ArrayList<>(command.getCommandSpec().optionsMap().keySet())
            : new ArrayList<>(command.getSubcommands().keySet());
    String what = option ? "Option" : command.getParent() == null ? "Command" : "Argument";
    String help = command.getCommandSpec().qualifiedName() + " --help";
    return what
        + " '"
        + name
        + "' is not known to '"
        + command.getCommandSpec().qualifiedName()
        + "'"
        + NearestName.of(name, names)
            .map(near -> "; did you mean " + near + "?")
            .orElse("; see '" + help + "'.");
  }

  private static String sentence(Throwable thrown) {
    if (thrown instanceof FileNotFoundException || thrown instanceof AccessControlException) {
      return "A file cannot be read or written: "
          + thrown.getMessage()
          + "; check path and rights.";
    }
    boolean plain =
        thrown instanceof SettingsException
            || thrown instanceof DataException
            || thrown instanceof RefusedException
            || thrown.getClass() == IOException.class;
    if (plain && thrown.getMessage() != null) {
      LOG.debug("gradus ends with an error", thrown);
      return thrown.getMessage();
    }
    LOG.error("gradus ends with an error", thrown);
    return thrown.toString();
  }
}

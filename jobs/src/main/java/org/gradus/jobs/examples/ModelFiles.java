package org.gradus.jobs.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.model.knowledge.KnowledgeModel;

/** A trained model on any of Hadoop's file systems. */
public final class ModelFiles {
  private ModelFiles() {}

  /** Whether a folder holds a model. */
  public static boolean exist(Path folder, Configuration configuration) throws IOException {
    return folder.getFileSystem(configuration).exists(new Path(folder, KnowledgeModel.HEADER_FILE));
  }

  /**
   * Reads a model.
   *
   * @throws IOException when a file cannot be read or is not of this format; the message names the
   *     folder
   */
  public static KnowledgeModel read(Path folder, Configuration configuration) throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    Path spread = new Path(folder, KnowledgeModel.SPREAD_FILE);
    try (BufferedReader header = open(folder, KnowledgeModel.HEADER_FILE, configuration);
        BufferedReader parameters = open(folder, KnowledgeModel.PARAMETERS_FILE, configuration);
        BufferedReader spreads =
            files.exists(spread)
                ? DifficultyFiles.open(spread, configuration)
                : new BufferedReader(Reader.nullReader())) {
      return KnowledgeModel.read(header, parameters, spreads);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      throw new IOException("Cannot load the model in " + folder + ": " + e.getMessage() + ".", e);
    }
  }

  private static BufferedReader open(Path folder, String name, Configuration configuration)
      throws IOException {
    return DifficultyFiles.open(new Path(folder, name), configuration);
  }
}

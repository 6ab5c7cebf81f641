package org.gradus.jobs.predict;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.model.knowledge.KnowledgeModel;

/** The model as tasks read it, from any Hadoop file system. */
final class ModelFolder {
  /** Folder of the model that a job predicts with. */
  static final String FOLDER = "gradus.internal.predict-model";

  private ModelFolder() {}

  static KnowledgeModel read(Configuration configuration) throws IOException {
    Path folder = new Path(configuration.get(FOLDER));
    FileSystem files = folder.getFileSystem(configuration);
    try (Reader header =
            new InputStreamReader(
                files.open(new Path(folder, KnowledgeModel.HEADER_FILE)), StandardCharsets.UTF_8);
        BufferedReader parameters =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(
                        files.open(new Path(folder, KnowledgeModel.PARAMETERS_FILE)), 1 << 16),
                    StandardCharsets.UTF_8))) {
      return KnowledgeModel.read(header, parameters);
    }
  }
}

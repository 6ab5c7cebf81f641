package org.gradus.io.history;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.gradus.model.attempt.StudentHistory;

/**
 * Reads {@link StudentHistory} from Parquet. Columns that a file does not have are absent in the
 * attempts; a file without {@code student}, {@code attempts}, {@code exercise} or {@code correct}
 * is refused with a {@link org.gradus.io.settings.DataException}.
 */
public final class HistoryReadSupport extends ReadSupport<StudentHistory> {
  @Override
  public ReadContext init(InitContext context) {
    return new ReadContext(HistorySchema.readable(context.getFileSchema()));
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in Parquet, so there is no other way
  public RecordMaterializer<StudentHistory> prepareForRead(
      Configuration configuration,
      Map<String, String> fileMetadata,
      MessageType fileSchema,
      ReadContext context) {
    return new HistoryMaterializer(context.getRequestedSchema());
  }
}

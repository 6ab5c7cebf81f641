package org.gradus.jobs.sort;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.io.serializer.Deserializer;
import org.apache.hadoop.io.serializer.Serialization;
import org.apache.hadoop.io.serializer.Serializer;
import org.gradus.io.log.LogRecord;
import org.gradus.io.source.Rejection;

/** MRUnit copies inputs by way of bytes; this lets it copy records, which jobs never do. */
public final class LogRecordSerialization implements Serialization<LogRecord> {
  @Override
  public boolean accept(Class<?> type) {
    return type == LogRecord.class;
  }

  @Override
  public Serializer<LogRecord> getSerializer(Class<LogRecord> type) {
    return new Writer();
  }

  @Override
  public Deserializer<LogRecord> getDeserializer(Class<LogRecord> type) {
    return new Reader();
  }

  private static final class Writer implements Serializer<LogRecord> {
    private DataOutputStream out;

    @Override
    public void open(OutputStream stream) {
      out = new DataOutputStream(stream);
    }

    @Override
    public void serialize(LogRecord record) throws IOException {
      out.writeUTF(record.file());
      out.writeLong(record.offset());
      out.writeUTF(record.line());
      out.writeBoolean(record.isAttempt());
      if (record.isAttempt()) {
        AttemptKey key = new AttemptKey();
        key.set(record.student(), record.attempt());
        key.write(out);
      } else {
        out.writeUTF(record.rejection().name());
        out.writeUTF(record.detail());
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private static final class Reader implements Deserializer<LogRecord> {
    private DataInputStream in;

    @Override
    public void open(InputStream stream) {
      in = new DataInputStream(stream);
    }

    @Override
    public LogRecord deserialize(LogRecord reused) throws IOException {
      String file = in.readUTF();
      long offset = in.readLong();
      String line = in.readUTF();
      if (!in.readBoolean()) {
        Rejection rejection = Rejection.valueOf(in.readUTF());
        return LogRecord.ofRejection(file, offset, line, rejection, in.readUTF());
      }
      AttemptKey key = new AttemptKey();
      key.readFields(in);
      AttemptDecoder decoder = new AttemptDecoder();
      return LogRecord.ofAttempt(file, offset, line, decoder.student(key), decoder.attempt(key));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}

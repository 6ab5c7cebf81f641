package org.gradus.jobs.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/**
 * A table as RFC 4180 text that a spreadsheet opens as it stands: a byte order mark first (without
 * it Excel takes UTF-8 for the local code page; pandas and DuckDB skip it), CRLF after each row, a
 * point in numbers with six decimals, an empty cell for what is not a number.
 *
 * <p>A text that starts with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line end would
 * be run as a formula; it is preceded by an apostrophe (OWASP, "CSV Injection").
 */
final class CsvTable {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final Writer text;
  private final CsvWriter writer;

  CsvTable(String... columns) {
    this(new StringWriter(), columns);
  }

  /** A table that goes to a stream instead of into memory. */
  CsvTable(Writer text, String... columns) {
    this.text = text;
    try {
      text.write(BYTE_ORDER_MARK);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a table.", e);
    }
    writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    row((Object[]) columns);
  }

  void row(Object... cells) {
    String[] texts = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      texts[i] = cell(cells[i]);
    }
    writer.writeRecord(texts);
  }

  private static String cell(Object value) {
    if (value instanceof Double) {
      double number = (Double) value;
      return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%.6f", number);
    }
    String cell = value.toString();
    boolean formula =
        value instanceof String && !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }

  String text() {
    return text.toString();
  }
}

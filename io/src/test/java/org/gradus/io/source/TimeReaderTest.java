package org.gradus.io.source;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.gradus.io.settings.SettingsException;
import org.junit.Test;

/** Every way to write a time. */
public class TimeReaderTest {
  private static final String MOMENT = "2012-10-24T00:00:00Z";

  private static long millis(String format, String zone, String text) {
    byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
    return new TimeReader(format, ZoneId.of(zone)).millis(bytes, 1, bytes.length - 1);
  }

  private static void assertAuto(String expected, String text) {
    assertEquals(text, Instant.parse(expected).toEpochMilli(), millis("auto", "UTC", text));
  }

  private static void assertRefused(String format, String text) {
    assertEquals(text, TimeReader.NOT_A_TIME, millis(format, "UTC", text));
  }

  @Test
  public void epochUnitsFollowFromTheSize() {
    assertAuto(MOMENT, "1351036800");
    assertAuto(MOMENT, "1351036800000");
    assertAuto(MOMENT, "1351036800000999");
    assertAuto(MOMENT, "1351036800000000999");
    assertAuto("1970-01-01T00:00:00Z", "0");
    assertAuto("5138-11-16T09:46:39Z", "99999999999");
    assertAuto("1973-03-03T09:46:40Z", "100000000000");
  }

  @Test
  public void epochWithFractionOrExponent() {
    assertAuto("2012-10-24T00:00:00.123Z", "1351036800.123");
    assertAuto("2012-10-24T00:00:00.123Z", "1351036800.1234999");
    assertAuto(MOMENT, "1351036800.0");
    assertAuto(MOMENT, "1351036800.");
    assertAuto(MOMENT, "1.3510368E9");
    assertAuto(MOMENT, "1.3510368e+12");
    assertAuto("2012-10-24T00:00:00.123Z", "1351036800.1230000000000");
  }

  @Test
  public void isoForms() {
    assertAuto(MOMENT, "2012-10-24");
    assertAuto(MOMENT, "2012-10-24 00:00");
    assertAuto(MOMENT, "2012-10-24T00:00:00");
    assertAuto(MOMENT, "2012-10-24T00:00:00Z");
    assertAuto(MOMENT, "2012-10-24 00:00:00.0");
    assertAuto(MOMENT, "2012-10-24 00:00:00 UTC");
    assertAuto(MOMENT, "2012-10-24T08:00:00+08:00");
    assertAuto(MOMENT, "2012-10-24T08:00:00+0800");
    assertAuto(MOMENT, "2012-10-24T08:00:00 +08");
    assertAuto(MOMENT, "2012-10-23T18:30:00-05:30");
    assertAuto("2012-10-11T17:55:24.805Z", "2012-10-11 17:55:24.8056 UTC");
    assertAuto("2012-10-11T17:55:24.100Z", "2012-10-11T17:55:24,1Z");
    assertAuto("2012-02-29T00:00:00Z", "2012-02-29");
  }

  @Test
  public void zoneOfTimesWithoutOne() {
    long expected = Instant.parse("2012-10-23T16:00:00Z").toEpochMilli();
    assertEquals(expected, millis("auto", "Asia/Taipei", "2012-10-24 00:00:00"));
    assertEquals(expected, millis("iso", "UTC", "2012-10-24 00:00:00+08:00"));
  }

  @Test
  public void fixedFormats() {
    assertEquals(11622000L, millis("epoch-ms", "UTC", "11622000"));
    assertEquals(11622000000L, millis("epoch-s", "UTC", "11622000"));
    assertEquals(11622L, millis("epoch-us", "UTC", "11622000"));
    assertEquals(11L, millis("epoch-ns", "UTC", "11622000"));
    long expected = Instant.parse("2012-10-24T09:05:00Z").toEpochMilli();
    assertEquals(expected, millis("dd/MM/yyyy HH:mm", "UTC", "24/10/2012 09:05"));
    assertEquals(
        expected - 3_600_000, millis("dd/MM/yyyy HH:mm XXX", "UTC", "24/10/2012 09:05 +01:00"));
  }

  @Test
  public void notATime() {
    for (String text :
        new String[] {
          "x",
          "-1",
          "1e300",
          "12:30",
          "2012-13-01",
          "2011-02-29",
          "2012-10-24T25:00:00",
          "2012-10-24T00:00:00+8",
          "2012-10-24T",
          "2012-10-24T00:00:00.",
          "2012-10-24X00:00",
          "1969-12-31T23:59:59Z",
          "99999999999999999999999",
          "1 351",
          "1.2.3",
          "+",
          "0x10",
          "1d",
          "2012-10-24T00:00:00 PST"
        }) {
      assertRefused("auto", text);
    }
    assertRefused("iso", "1351036800");
    assertRefused("epoch-s", "2012-10-24");
    assertRefused("epoch-s", "999999999999999999");
    assertRefused("dd/MM/yyyy", "2012-10-24");
  }

  @Test
  public void badPatternIsRefused() {
    assertThrows(SettingsException.class, () -> new TimeReader("foo{", ZoneId.of("UTC")));
  }
}

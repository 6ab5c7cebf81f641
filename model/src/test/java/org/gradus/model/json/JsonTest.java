package org.gradus.model.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public final class JsonTest {
  @Test
  public void wholeNumbersKeepEveryBitOfALong() {
    for (long value :
        new long[] {
          0,
          -1,
          999_999_999_999_999_999L,
          4_294_967_297_000_000_001L,
          Long.MAX_VALUE,
          Long.MIN_VALUE
        }) {
      assertEquals(value, JsonReader.read(JsonWriter.write(value)));
    }
  }

  @Test
  public void wholeNumbersBeyondALongAreDoubles() {
    assertEquals(9.223372036854776E18, JsonReader.read("9223372036854775808"));
    assertEquals(1e30, JsonReader.read("1000000000000000000000000000000"));
  }

  @Test
  public void whatIsNotANumberIsRefused() {
    for (String bad : new String[] {"-", "1-2", "--1234567890123456789", "1e", ""}) {
      assertThrows(IllegalArgumentException.class, () -> JsonReader.read(bad));
    }
  }

  @Test
  public void theIndentedFormHasOneMemberALineAndReadsBackTheSame() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("b", 0.5);
    inner.put("none", Map.of());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("a", inner);
    object.put("list", List.of(1L, "x"));
    object.put("objects", Arrays.asList(Map.of("c", true), null));
    object.put("nan", Double.NaN);
    String expected =
        "{\n  \"a\": {\n    \"b\": 0.5,\n    \"none\": {}\n  },\n  \"list\": [1,\"x\"],\n"
            + "  \"objects\": [\n    {\n      \"c\": true\n    },\n    null\n  ],\n  \"nan\": null\n}";
    assertEquals(expected, JsonWriter.writeIndented(object));
    assertEquals(
        JsonWriter.write(object),
        JsonWriter.write(JsonReader.read(JsonWriter.writeIndented(object))));
  }
}

package org.gradus.jobs.sort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.WritableComparator;
import org.gradus.model.attempt.Attempt;
import org.junit.Test;

public final class AttemptKeyTest {
  private static final String[] STUDENTS = {"a", "ab", "b", "\u00e4", "\ud83d\ude00", "\u0001"};
  private static final long[] WHOLES = {
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    -65_537,
    -256,
    -255,
    -2,
    -1,
    0,
    1,
    127,
    128,
    255,
    256,
    65_535,
    1_700_000_000_000L,
    Long.MAX_VALUE
  };

  private final Random random = new Random(7);

  @Test
  public void bytesAreAsDocumented() {
    Attempt.Builder attempt = Attempt.on("e").item("i");
    AttemptKey key = key("u", attempt.epochMillis(258).order(-1).correct(true).build());
    byte[] expected = {
      'u',
      0,
      (byte) 0x82,
      1,
      2,
      0x7f,
      (byte) 0xff,
      'i',
      0,
      'e',
      0,
      0,
      1, // correct
      0,
      0x7f,
      (byte) 0xff,
      0x7f,
      (byte) 0xff,
      0
    };
    assertArrayEquals(expected, Arrays.copyOf(key.bytes(), key.length()));
  }

  @Test
  public void everyAttemptComesBack() {
    AttemptDecoder decoder = new AttemptDecoder();
    for (int i = 0; i < 20_000; i++) {
      String student = student();
      Attempt attempt = attempt();
      AttemptKey key = key(student, attempt);
      assertEquals(student, decoder.student(key));
      assertEquals(attempt, decoder.attempt(key));
    }
  }

  @Test
  public void comparatorsAgreeWithStudentThenTimeThenOrder() throws IOException {
    WritableComparator raw = WritableComparator.get(AttemptKey.class);
    assertSame(AttemptKey.Comparator.class, raw.getClass());
    StudentGroupingComparator grouping = new StudentGroupingComparator();
    for (int i = 0; i < 20_000; i++) {
      String oneStudent = student();
      String twoStudent = student();
      Attempt one = attempt();
      Attempt two = attempt();
      AttemptKey oneKey = key(oneStudent, one);
      AttemptKey twoKey = key(twoStudent, two);
      int byStudent =
          Arrays.compareUnsigned(oneStudent.getBytes(UTF_8), twoStudent.getBytes(UTF_8));
      int byTime = Long.compare(one.epochMillis(), two.epochMillis());
      int expected = byStudent != 0 ? byStudent : byTime != 0 ? byTime : order(one, two);
      int found = oneKey.compareTo(twoKey);
      if (expected != 0) {
        assertEquals(Integer.signum(expected), Integer.signum(found));
      }
      boolean same = oneStudent.equals(twoStudent) && one.equals(two);
      assertEquals(same, found == 0);
      assertEquals(same, oneKey.equals(twoKey));
      assertEquals(Integer.signum(found), Integer.signum(compare(raw, oneKey, twoKey)));
      assertEquals(Integer.signum(byStudent), Integer.signum(compare(grouping, oneKey, twoKey)));
      assertEquals(Integer.signum(byStudent), Integer.signum(grouping.compare(oneKey, twoKey)));
    }
  }

  private static int order(Attempt one, Attempt two) {
    return Long.compare(one.order(), two.order());
  }

  @Test
  public void keysOverOneByteOfLengthAreComparedWithoutTheirLength() throws IOException {
    AttemptKey longer = key("a", Attempt.on("e".repeat(500)).epochMillis(2).build());
    AttemptKey earlier = key("a", Attempt.on("e").epochMillis(1).build());
    WritableComparator raw = WritableComparator.get(AttemptKey.class);
    assertEquals(1, Integer.signum(compare(raw, longer, earlier)));
    assertEquals(-1, Integer.signum(compare(raw, earlier, longer)));
    assertEquals(0, compare(new StudentGroupingComparator(), longer, earlier));
  }

  @Test
  public void partitionIsByStudentAloneAndSpread() {
    StudentPartitioner partitioner = new StudentPartitioner();
    int[] hits = new int[7];
    for (int i = 0; i < 7000; i++) {
      AttemptKey one = key("u_" + i, attempt());
      AttemptKey two = key("u_" + i, attempt());
      int partition = partitioner.getPartition(one, null, hits.length);
      assertEquals(partition, partitioner.getPartition(two, null, hits.length));
      hits[partition]++;
    }
    for (int count : hits) {
      assertEquals(1000, count, 120);
    }
  }

  @Test
  public void textWithTheTerminatorIsRefused() {
    AttemptKey key = new AttemptKey();
    Attempt attempt = Attempt.on("e").build();
    assertThrows(IllegalArgumentException.class, () -> key.set("a\0b", attempt));
    assertThrows(IllegalArgumentException.class, () -> key.set("\u00e4\0b", attempt));
  }

  @Test
  public void textsMetBeforeAreShared() {
    AttemptDecoder decoder = new AttemptDecoder();
    AttemptKey key = key("a", Attempt.on("exercise").build());
    assertSame(decoder.attempt(key).exercise(), decoder.attempt(key).exercise());
    String longText = "x".repeat(300);
    AttemptKey other = key("a", Attempt.on(longText).build());
    assertEquals(longText, decoder.attempt(other).exercise());
    assertNotEquals(key, other);
  }

  private static int compare(WritableComparator raw, AttemptKey one, AttemptKey two)
      throws IOException {
    DataOutputBuffer bytes = new DataOutputBuffer();
    bytes.write(99);
    one.write(bytes);
    int middle = bytes.getLength();
    two.write(bytes);
    int end = bytes.getLength();
    DataInputBuffer in = new DataInputBuffer();
    in.reset(bytes.getData(), 1, middle - 1);
    AttemptKey again = new AttemptKey();
    again.readFields(in);
    assertEquals(one, again);
    return raw.compare(bytes.getData(), 1, middle - 1, bytes.getData(), middle, end - middle);
  }

  private static AttemptKey key(String student, Attempt attempt) {
    AttemptKey key = new AttemptKey();
    key.set(student, attempt);
    return key;
  }

  private String student() {
    return STUDENTS[random.nextInt(STUDENTS.length)];
  }

  private long whole() {
    return WHOLES[random.nextInt(WHOLES.length)];
  }

  private Attempt attempt() {
    Attempt.Builder attempt =
        Attempt.on(student()).epochMillis(whole()).correct(random.nextBoolean());
    if (random.nextBoolean()) {
      attempt.order(whole()).item(student()).problemType("t");
    }
    if (random.nextBoolean()) {
      attempt.secondsTaken(random.nextFloat() - 0.5f).hints(random.nextInt()).answers(3).fold("f");
    }
    return attempt.build();
  }
}

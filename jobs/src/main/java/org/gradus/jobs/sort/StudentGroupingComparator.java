package org.gradus.jobs.sort;

import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;
import org.apache.hadoop.io.WritableUtils;

/** Compares two {@link AttemptKey}s by their students alone. */
public final class StudentGroupingComparator extends WritableComparator {
  /** Creates the comparator; Hadoop does so by reflection. */
  public StudentGroupingComparator() {
    super(AttemptKey.class, true);
  }

  @Override
  public int compare(byte[] b1, int s1, int l1, byte[] b2, int s2, int l2) {
    int skip1 = WritableUtils.decodeVIntSize(b1[s1]);
    int skip2 = WritableUtils.decodeVIntSize(b2[s2]);
    return compareStudents(b1, s1 + skip1, l1 - skip1, b2, s2 + skip2, l2 - skip2);
  }

  @Override
  @SuppressWarnings("rawtypes") // as inherited
  public int compare(WritableComparable a, WritableComparable b) {
    AttemptKey one = (AttemptKey) a;
    AttemptKey two = (AttemptKey) b;
    return compareStudents(one.bytes(), 0, one.length(), two.bytes(), 0, two.length());
  }

  private static int compareStudents(byte[] b1, int s1, int l1, byte[] b2, int s2, int l2) {
    int length1 = AttemptKey.lengthOfStudent(b1, s1, l1);
    int length2 = AttemptKey.lengthOfStudent(b2, s2, l2);
    return compareBytes(b1, s1, length1, b2, s2, length2);
  }
}

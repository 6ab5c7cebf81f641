package org.gradus.model.simulate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large and how varied a simulated class is, and the seed that it is drawn from. Immutable. The
 * defaults make 1,000 students, 50 exercises and about 60,000 attempts.
 */
public final class ClassOptions {
  private final Map<ClassOption, Double> values = new EnumMap<>(ClassOption.class);

  /** The defaults. */
  public ClassOptions() {
    for (ClassOption option : ClassOption.values()) {
      values.put(option, option.defaultValue());
    }
  }

  /**
   * The same options but for one.
   *
   * @throws IllegalArgumentException when the value is out of the option's range
   */
  public ClassOptions with(ClassOption option, double value) {
    ClassOptions changed = new ClassOptions();
    changed.values.putAll(values);
    changed.values.put(option, option.check(value));
    return changed;
  }

  /** The value of an option. */
  public double number(ClassOption option) {
    return values.get(option);
  }

  /** The value of a whole option that is a count. */
  int count(ClassOption option) {
    return (int) number(option);
  }

  /** The value of a whole option. */
  long whole(ClassOption option) {
    return (long) number(option);
  }

  /** Number of students; their indexes are 0 to one less. */
  public int students() {
    return count(ClassOption.STUDENTS);
  }

  /** All options by their {@linkplain ClassOption#words() words}, for a JSON document. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    values.forEach((option, value) -> json.put(option.words(), value));
    return json;
  }
}

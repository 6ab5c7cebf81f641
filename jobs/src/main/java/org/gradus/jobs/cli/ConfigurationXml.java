package org.gradus.jobs.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.ResourceKeys;
import org.gradus.jobs.driver.Step;

/** All settings as a Hadoop configuration file; {@code conf/gradus-default.xml} is this text. */
final class ConfigurationXml {
  private ConfigurationXml() {}

  static String of(Installed installed) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<!-- Every setting with its default. Written by: bin/gradus conf. -->\n");
    xml.append("<configuration>\n");
    installed.keys().all().forEach(key -> property(xml, key));
    resources(xml, installed.steps());
    return xml.append("</configuration>\n").toString();
  }

  private static void property(StringBuilder xml, Key<?> key) {
    String option = key.option().map(name -> " Option " + name + ".").orElse("");
    xml.append("  <property>\n");
    element(xml, "name", key.name());
    element(xml, "value", key.defaultText());
    element(xml, "description", key.meaning() + " Value: " + key.range() + "." + option);
    xml.append("  </property>\n");
  }

  /** Four settings for each step would drown the others. */
  private static void resources(StringBuilder xml, List<Step> steps) {
    String names = steps.stream().map(Step::name).collect(Collectors.joining(", "));
    xml.append("  <!-- The jobs of a step have further settings. In place of STEP goes its name: ")
        .append(names)
        .append(
            ".\n       They win over Hadoop's own properties, and no step runs again for them.\n");
    for (Key<?> key : new ResourceKeys("STEP").all()) {
      String value = key.defaultText().isEmpty() ? "" : " Default: " + key.defaultText() + ".";
      xml.append("    ").append(key.name()).append("\n      ").append(key.meaning());
      xml.append("\n      Value: ").append(key.range()).append('.').append(value).append('\n');
    }
    xml.append("  -->\n");
  }

  private static void element(StringBuilder xml, String name, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    xml.append("    <" + name + ">").append(escaped).append("</" + name + ">\n");
  }
}

package org.gradus.jobs.cli;

import java.util.Collection;
import org.gradus.io.settings.Key;

/** All settings as a Hadoop configuration file; {@code conf/gradus-default.xml} is this text. */
final class ConfigurationXml {
  private ConfigurationXml() {}

  static String of(Collection<Key<?>> keys) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<!-- Every setting with its default. Written by: bin/gradus conf. -->\n");
    xml.append("<configuration>\n");
    keys.forEach(key -> property(xml, key));
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

  private static void element(StringBuilder xml, String name, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    xml.append("    <" + name + ">").append(escaped).append("</" + name + ">\n");
  }
}

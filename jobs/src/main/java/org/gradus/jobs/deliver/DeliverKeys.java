package org.gradus.jobs.deliver;

import java.util.ArrayList;
import java.util.List;
import org.gradus.io.jdbc.Database;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.RunKeys;

/** Settings of delivering. */
final class DeliverKeys {
  static final Key<String> STORE =
      Key.text(
              "gradus.deliver.store",
              "",
              "Store to put predictions into, in which their model is in force: a folder, as a path"
                  + " or URI, or a database.")
          .withOption("--store");

  static final Key<Long> BATCHES_KEPT =
      Key.whole(
          "gradus.deliver.batches-kept",
          3,
          1,
          Integer.MAX_VALUE,
          "Newest batches of predictions that a store keeps, the one in force among them.");

  private DeliverKeys() {}

  static List<Key<?>> all() {
    List<Key<?>> keys = new ArrayList<>(Database.keys());
    keys.addAll(List.of(RunKeys.WORK, STORE, BATCHES_KEPT));
    return keys;
  }
}

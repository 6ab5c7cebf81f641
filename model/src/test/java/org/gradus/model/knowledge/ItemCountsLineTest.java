package org.gradus.model.knowledge;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradus.model.difficulty.TransitionCounts;
import org.junit.Test;

public class ItemCountsLineTest {
  @Test
  public void aLineIsReadAsItWasWritten() throws IOException {
    StringBuilder text = new StringBuilder();
    ItemCountsLine line = new ItemCountsLine("say \"x\"", text);
    line.add("", 1, 2);
    line.add("\\ a", 0, 5_000_000_000L);
    line.end("");
    assertEquals(
        "{\"exercise\":\"say \\\"x\\\"\",\"items\":[[\"\",1,2],[\"\\\\ a\",0,5000000000]]}\n",
        text.toString());
    ItemCounts counts = ItemCounts.fromJson(text.toString());
    assertEquals("say \"x\"", counts.exercise());
    List<String> items = new ArrayList<>();
    counts.forEachItem((item, corrects, attempts) -> items.add(item + corrects + "/" + attempts));
    assertEquals(List.of("1/2", "\\ a0/5000000000"), items);
  }

  @Test
  public void transitionsStandBehindTheItems() throws IOException {
    TransitionCounts transitions = new TransitionCounts();
    transitions.add(-1, 3, 300);
    StringBuilder text = new StringBuilder();
    ItemCountsLine line = new ItemCountsLine("e", text);
    line.add("a", 3, 300);
    line.end(transitions.pack());
    assertEquals(
        "{\"exercise\":\"e\",\"items\":[[\"a\",3,300]],\"transitions\":\""
            + transitions.pack()
            + "\"}\n",
        text.toString());
  }
}

package org.gradus.model.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An ordered list of feature blocks; the order of blocks is the order of the parameters of a model.
 * Immutable.
 */
public final class FeatureSet {
  private static final Map<String, Supplier<FeatureBlock>> BLOCKS = known();
  private static final Map<String, String> SETS =
      Map.of(
          "khan", "bias,local,state",
          "pfa", "bias,wins",
          "r-pfa", "bias,recency",
          "best-lr", "bias,item,attempts",
          "das3h", "bias,item,windows",
          "gradus",
              "bias,local,difficulty,counts,residuals,recent,ability,streaks,firsts,gaps,transitions,"
                  + "time,response");

  private static final String WITHOUT = "-";

  private final String name;
  private final List<FeatureBlock> blocks;
  private final List<String> features;
  private final int[] widths;
  private final boolean[] dependsOnQuestion;
  private final boolean usesDifficulty;
  private final boolean usesTransitions;

  private FeatureSet(String name, List<FeatureBlock> blocks) {
    this.name = name;
    this.blocks = List.copyOf(blocks);
    List<String> names = new ArrayList<>();
    for (FeatureBlock block : blocks) {
      names.addAll(block.features());
    }
    features = List.copyOf(names);
    widths = blocks.stream().mapToInt(block -> block.features().size()).toArray();
    dependsOnQuestion = new boolean[blocks.size()];
    for (int i = 0; i < dependsOnQuestion.length; i++) {
      dependsOnQuestion[i] = blocks.get(i).dependsOnQuestion();
    }
    usesDifficulty = blocks.stream().anyMatch(FeatureBlock::usesDifficulty);
    usesTransitions = blocks.stream().anyMatch(FeatureBlock::usesTransitions);
  }

  private static Map<String, Supplier<FeatureBlock>> known() {
    Map<String, Supplier<FeatureBlock>> blocks = new LinkedHashMap<>();
    for (Supplier<FeatureBlock> block :
        Arrays.<Supplier<FeatureBlock>>asList(
            BiasBlock::new,
            LocalBlock::new,
            KnowledgeStateBlock::new,
            DifficultyBlock::new,
            CountsBlock::new,
            ResidualsBlock::new,
            RecentBlock::new,
            AbilityBlock::new,
            ItemBlock::new,
            WinsBlock::new,
            RecencyBlock::new,
            AttemptsBlock::new,
            WindowsBlock::new,
            TimeBlock::new,
            ResponseBlock::new,
            StreaksBlock::new,
            FirstsBlock::new,
            GapsBlock::new,
            RaschBlock::new,
            TransitionsBlock::new)) {
      blocks.put(block.get().name(), block);
    }
    return blocks;
  }

  /**
   * The set of a name ({@code khan}, {@code pfa}, {@code r-pfa}, {@code best-lr}, {@code das3h},
   * {@code gradus}) or of a comma-separated list of names of sets and blocks; a block with a minus
   * before its name is left out of those named before it, as in {@code gradus,-time}.
   *
   * @throws IllegalArgumentException when a name is unknown (the message lists those there are) or
   *     there twice, one to be left out is not there, or none is left
   */
  public static FeatureSet of(String text) {
    Set<String> names = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      String name = part.trim();
      if (name.startsWith(WITHOUT)) {
        leaveOut(name.substring(WITHOUT.length()), names, text);
      } else {
        addAll(SETS.getOrDefault(name, name), names, text);
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' leaves out all blocks");
    }
    return new FeatureSet(
        text, names.stream().map(name -> BLOCKS.get(name).get()).collect(Collectors.toList()));
  }

  private static void addAll(String blockNames, Set<String> names, String text) {
    for (String name : blockNames.split(",", -1)) {
      if (!BLOCKS.containsKey(name)) {
        throw new IllegalArgumentException(
            "there is no feature set or block '"
                + name
                + "'; sets: "
                + String.join(", ", new TreeSet<>(SETS.keySet()))
                + "; blocks: "
                + String.join(", ", BLOCKS.keySet()));
      }
      if (!names.add(name)) {
        throw new IllegalArgumentException("block '" + name + "' is named twice in '" + text + "'");
      }
    }
  }

  private static void leaveOut(String name, Set<String> names, String text) {
    if (!names.remove(name)) {
      throw new IllegalArgumentException(
          "block '" + name + "' cannot be left out of '" + text + "': it is not named before");
    }
  }

  /** Names of all blocks that there are. */
  public static List<String> allBlockNames() {
    return List.copyOf(BLOCKS.keySet());
  }

  /** The text it was chosen by. */
  public String name() {
    return name;
  }

  /** The blocks, in order. */
  public List<FeatureBlock> blocks() {
    return blocks;
  }

  /**
   * Names of the blocks, in order; together, separated by commas, they choose the same features in
   * every version.
   */
  public List<String> blockNames() {
    return blocks.stream().map(FeatureBlock::name).collect(Collectors.toList());
  }

  /** Names of all features, in order. */
  public List<String> features() {
    return features;
  }

  /** Number of features. */
  public int size() {
    return features.size();
  }

  /** Whether a block needs the difficulty of exercises and items. */
  public boolean usesDifficulty() {
    return usesDifficulty;
  }

  /** Whether a block tells items of an exercise apart, so that offsets of items have a place. */
  public boolean tellsItemsApart() {
    return blocks.stream()
        .anyMatch(block -> block instanceof DifficultyBlock || block instanceof ItemBlock);
  }

  /** Number of features of each block, in order. */
  public int[] widths() {
    return widths.clone();
  }

  /** Whether the values of the block at an index depend on what is asked. */
  boolean dependsOnQuestion(int block) {
    return dependsOnQuestion[block];
  }

  /** Whether a block needs counts of transitions. */
  public boolean usesTransitions() {
    return usesTransitions;
  }

  /** Number of features of the block at an index. */
  public int width(int block) {
    return widths[block];
  }
}

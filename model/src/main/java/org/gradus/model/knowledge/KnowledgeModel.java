package org.gradus.model.knowledge;

import java.io.BufferedReader;
import java.io.DataInput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.explain.Explanation;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;
import org.gradus.model.json.JsonReader;
import org.gradus.model.prior.TopicMeans;

/**
 * A trained model: a theta per exercise, the theta of its topic or else the pooled one for every
 * other exercise, and the difficulty and offset of items. Immutable once loaded, safe for use by
 * any number of threads. Memory: 8 bytes x features an exercise or topic, about 100 bytes an item
 * or transition (its offset included), and with intervals 2 bytes x features^2 an exercise.
 *
 * <pre>{@code
 * KnowledgeModel model = KnowledgeModel.load(Path.of("work/train/model"));
 * StudentState student = model.newStudent();
 * student.observe(Attempt.on("fractions_1").item("q17").correct(true).build());
 * double probability = student.predict("fractions_2", "q3");
 * }</pre>
 */
public final class KnowledgeModel {
  /** Name of the file that says what the model is. */
  public static final String HEADER_FILE = "model.json";

  /** Name of the file with one exercise a line. */
  public static final String PARAMETERS_FILE = "parameters.jsonl.gz";

  /** Name of the file, which may be absent, with one {@link ExerciseSpread} a line. */
  public static final String SPREAD_FILE = "spread.jsonl.gz";

  /** Value of {@code format} in the header. */
  public static final String FORMAT = "gradus-model-2";

  /** The format before items had offsets, which can still be read. */
  private static final String WITHOUT_OFFSETS = "gradus-model-1";

  private final Map<String, Object> header;
  private final FeatureSet featureSet;
  private final DifficultyTable difficulty;
  private final double[] pooledTheta;
  private final TopicMeans topics;
  private final double itemPrecision;
  private final Map<String, double[]> thetas = new HashMap<>();
  private final ModelSpread spread;

  private KnowledgeModel(Map<String, Object> header) {
    this.header = header;
    List<String> blocks = new ArrayList<>();
    ((List<?>) header.get("blocks")).forEach(block -> blocks.add((String) block));
    featureSet = FeatureSet.of(String.join(",", blocks));
    if (!featureSet.features().equals(header.get("features"))) {
      throw new IllegalArgumentException(
          "the model's features are not those of feature set '"
              + featureSet.name()
              + "' of this version of Gradus");
    }
    difficulty = new DifficultyTable(number("exerciseStrength"), number("itemStrength"));
    pooledTheta = numbers(header.get("pooledTheta"));
    topics = TopicMeans.fromJson((Map<?, ?>) header.getOrDefault("topics", Map.of()));
    itemPrecision = ((Number) header.getOrDefault("itemPrecision", 0)).doubleValue();
    double[] priorPrecision = numbers(header.getOrDefault("priorPrecision", List.of()));
    spread = new ModelSpread(featureSet, priorPrecision);
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }

  private double number(String name) {
    return ((Number) header.get(name)).doubleValue();
  }

  /**
   * Loads a model folder.
   *
   * @throws IOException when a file cannot be read or is not of this format; the message names it
   */
  public static KnowledgeModel load(Path folder) throws IOException {
    Path spread = folder.resolve(SPREAD_FILE);
    try (Reader header = Files.newBufferedReader(folder.resolve(HEADER_FILE));
        BufferedReader parameters = unpacked(folder.resolve(PARAMETERS_FILE));
        BufferedReader spreads = Files.exists(spread) ? unpacked(spread) : none()) {
      return read(header, parameters, spreads);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      throw new IOException("Cannot load the model in " + folder + ": " + e.getMessage() + ".", e);
    }
  }

  private static BufferedReader unpacked(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
  }

  private static BufferedReader none() {
    return new BufferedReader(Reader.nullReader());
  }

  /**
   * Reads a model without intervals and explanations from two files, wherever they are.
   *
   * @param header contents of {@link #HEADER_FILE}
   * @param parameters lines of the unpacked {@link #PARAMETERS_FILE}
   */
  public static KnowledgeModel read(Reader header, BufferedReader parameters) throws IOException {
    return read(header, parameters, none());
  }

  /**
   * Reads a model from its three files, wherever they are.
   *
   * @param header contents of {@link #HEADER_FILE}
   * @param parameters lines of the unpacked {@link #PARAMETERS_FILE}
   * @param spreads lines of the unpacked {@link #SPREAD_FILE}
   */
  public static KnowledgeModel read(
      Reader header, BufferedReader parameters, BufferedReader spreads) throws IOException {
    StringWriter text = new StringWriter();
    header.transferTo(text);
    Map<String, Object> json = JsonReader.readObject(text.toString());
    Object format = json.get("format");
    if (!FORMAT.equals(format) && !WITHOUT_OFFSETS.equals(format)) {
      throw new IOException(
          "Cannot load a model of format '" + format + "', only '" + FORMAT + "'.");
    }
    KnowledgeModel model = new KnowledgeModel(json);
    for (String line = parameters.readLine(); line != null; line = parameters.readLine()) {
      model.add(ExerciseParameters.fromJson(line));
    }
    for (String line = spreads.readLine(); line != null; line = spreads.readLine()) {
      model.add(ExerciseSpread.fromJson(line));
    }
    return model;
  }

  private void add(ExerciseParameters parameters) {
    double[] theta = parameters.theta();
    check(parameters.exercise(), theta.length);
    thetas.put(parameters.exercise(), theta);
    parameters.counts().addTo(difficulty);
    spread.add(parameters.exercise(), parameters.counts().offsetSpread());
  }

  private void add(ExerciseSpread added) {
    check(added.exercise(), added.mean().length);
    spread.add(added);
  }

  private void check(String exercise, int length) {
    if (length != featureSet.size()) {
      throw new IllegalArgumentException(
          "exercise '"
              + exercise
              + "' has "
              + length
              + " parameters for "
              + featureSet.size()
              + " features");
    }
  }

  /** What {@link #HEADER_FILE} says. */
  public Map<String, Object> header() {
    return Collections.unmodifiableMap(header);
  }

  /** The features that it predicts from. */
  public FeatureSet featureSet() {
    return featureSet;
  }

  /** Names of the exercises that have a theta of their own, sorted. */
  public Set<String> exercises() {
    return new TreeSet<>(thetas.keySet());
  }

  Collection<String> exerciseList() {
    return Collections.unmodifiableSet(thetas.keySet());
  }

  /** A student without any answer yet. */
  public StudentState newStudent() {
    return new StudentState(this, new StudentReplay(featureSet, difficulty.view()));
  }

  /** A student of the training: item difficulty is seen without the answers in {@code history}. */
  public StudentState newTrainingStudent(StudentHistory history) {
    return new StudentState(this, new StudentReplay(featureSet, difficulty.without(history)));
  }

  /** A student as {@link StudentState#write} wrote it, under a model of the same feature set. */
  public StudentState readStudent(DataInput in) throws IOException {
    StudentState student = newStudent();
    student.read(in);
    return student;
  }

  /** How hard exercises and items are by the training students' answers. */
  public DifficultyView difficulties() {
    return difficulty.view();
  }

  /** P(correct) for a row of features. */
  double predict(Question question, float[] features) {
    return Logistic.probability(logit(question, features));
  }

  private double logit(Question question, float[] features) {
    return Logistic.logit(theta(question.exercise()), features) + question.itemOffset();
  }

  private double[] theta(String exercise) {
    double[] own = thetas.get(exercise);
    return own == null ? topics.of(exercise).orElse(pooledTheta) : own;
  }

  /** P(correct) with its interval for a row of features. */
  Prediction predictWithInterval(Question question, float[] features) {
    double variance = spread.variance(question.exercise(), features) + itemVariance(question);
    return new Prediction(logit(question, features), Math.sqrt(variance));
  }

  /**
   * Posterior variance of the item's offset with theta held, its rate taken as its P(correct); 0
   * for a question without an item, which has no offset to be uncertain about.
   */
  private double itemVariance(Question question) {
    if (itemPrecision == 0 || question.item().isEmpty()) {
      return 0;
    }
    double rate = Logistic.probability(question.itemLogit());
    return 1 / (itemPrecision + question.itemAttempts() * rate * (1 - rate));
  }

  /** Whether it was trained with intervals, so that predictions can have one. */
  public boolean hasIntervals() {
    return spread.hasIntervals();
  }

  /** Why P(correct) of a row of features is what it is. */
  Explanation explain(Question question, float[] features) {
    String exercise = question.exercise();
    return Explanation.of(
        featureSet, theta(exercise), spread.mean(exercise), features, question.itemOffset());
  }

  /**
   * How much of the predictions each block, and at the end the offsets of items, carry, over the
   * training attempts of all exercises; empty for a model without {@link #SPREAD_FILE}.
   */
  public List<BlockWeight> blocks() {
    return spread.blocks(thetas);
  }

  /** The same inside one exercise; empty when it has no training attempts. */
  public List<BlockWeight> blocks(String exercise) {
    return spread.blocks(exercise);
  }

  /** The parameters of one exercise; empty when it has no training attempts. */
  public List<Coefficient> coefficients(String exercise) {
    return spread.coefficients(exercise, theta(exercise));
  }
}

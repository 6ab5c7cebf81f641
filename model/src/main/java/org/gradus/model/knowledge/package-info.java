/**
 * The trained model and its use without Hadoop. A model is a folder with {@code model.json} (what
 * it is: feature set, pooled theta, settings, training figures) and {@code parameters.jsonl.gz}
 * (one exercise a line: theta and the counts that item difficulty follows from); {@code
 * spread.jsonl.gz} says how sure each theta is and how its features are spread. {@link
 * org.gradus.model.knowledge.KnowledgeModel#load} reads it; {@link
 * org.gradus.model.knowledge.StudentState} follows one student; {@link
 * org.gradus.model.knowledge.Prediction} comes with an interval.
 */
package org.gradus.model.knowledge;

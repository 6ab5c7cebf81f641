/**
 * The trained model and its use without Hadoop. A model is a folder with {@code model.json} (what
 * it is: feature set, pooled theta, settings, training figures) and {@code parameters.jsonl.gz}
 * (one exercise a line: theta and the counts that item difficulty follows from). {@link
 * org.gradus.model.knowledge.KnowledgeModel#load} reads it; {@link
 * org.gradus.model.knowledge.StudentState} follows one student.
 */
package org.gradus.model.knowledge;

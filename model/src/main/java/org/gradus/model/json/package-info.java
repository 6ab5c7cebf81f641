/**
 * JSON as far as Gradus' own documents need it ({@code model.json}, {@code parameters.jsonl.gz},
 * manifests, metrics). The module that a web application depends on carries no library besides
 * commons-math3, and the grammar is small; foreign JSON in problem logs is read by a library in
 * module io.
 */
package org.gradus.model.json;

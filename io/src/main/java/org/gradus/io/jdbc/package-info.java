/**
 * Published models in a database, PostgreSQL or the embedded H2: settings and connections, the
 * schema and its migrations, and an output format that writes rows from tasks.
 *
 * <p>H2 is the embedded default, and not SQLite, because it is Java alone, like everything else
 * that a task needs, and has the arrays and row locks of PostgreSQL, so that the same schema serves
 * both.
 *
 * <p>{@link org.gradus.io.jdbc.JdbcOutputFormat} takes {@code <NullWritable, Row>}. Each task holds
 * one connection and one transaction, which it commits at its end; rows have primary keys, so that
 * a task that runs twice writes once. Memory: one batch of 500 rows for each table. Values are
 * bound as parameters, never put into statements.
 */
package org.gradus.io.jdbc;

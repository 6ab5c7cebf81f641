/**
 * Models in folders of any Hadoop file system: read as the library reads them from a local disk,
 * digested, and files put in place whole; and the batches of predictions beside them.
 */
package org.gradus.io.store;

/**
 * Models in folders of any Hadoop file system: read as the library reads them from a local disk,
 * digested, and files put in place whole.
 */
package org.gradus.io.store;

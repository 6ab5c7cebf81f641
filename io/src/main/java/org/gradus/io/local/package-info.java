/**
 * The local file system as Hadoop jobs on one machine need it: over java.nio, without a forked
 * {@code chmod} for every file and without checksum files beside the user's data.
 */
package org.gradus.io.local;

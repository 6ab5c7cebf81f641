/** Small JSON documents on any Hadoop file system. */
package org.gradus.io.json;

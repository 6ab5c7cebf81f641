/**
 * The keys that jobs sort by. Every comparator compares serialised bytes, in the order that {@code
 * compareTo} gives.
 */
package org.gradus.io.key;

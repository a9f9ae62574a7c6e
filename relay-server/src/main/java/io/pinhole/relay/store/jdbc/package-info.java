/** The stores on SQL: one class per table, one thread that writes, one that reads. */
@NullMarked
package io.pinhole.relay.store.jdbc;

import org.jspecify.annotations.NullMarked;

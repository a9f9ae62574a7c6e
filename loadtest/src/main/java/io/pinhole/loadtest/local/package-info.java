/** Our own programs in processes of their own on this machine. */
@NullMarked
package io.pinhole.loadtest.local;

import org.jspecify.annotations.NullMarked;

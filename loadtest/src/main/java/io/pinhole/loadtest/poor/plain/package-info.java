/** What a call is compared with: the same over one connection with one queue, first in, first out. */
@NullMarked
package io.pinhole.loadtest.poor.plain;

import org.jspecify.annotations.NullMarked;

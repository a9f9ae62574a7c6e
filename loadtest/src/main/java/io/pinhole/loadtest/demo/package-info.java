/** The demonstration: a relay, people in processes of their own, a story, and what must have come of it. */
@NullMarked
package io.pinhole.loadtest.demo;

import org.jspecify.annotations.NullMarked;

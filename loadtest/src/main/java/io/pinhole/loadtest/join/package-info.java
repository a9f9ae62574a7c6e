/** The headless participant: it talks, shares, opens and writes down what happened, for scripts and measurements. */
@NullMarked
package io.pinhole.loadtest.join;

import org.jspecify.annotations.NullMarked;

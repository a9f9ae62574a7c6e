/** The program of clients: a headless participant and what measures with it. */
@NullMarked
package io.pinhole.loadtest;

import org.jspecify.annotations.NullMarked;

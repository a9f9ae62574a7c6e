/** What people experience over one poor line: voice, notes and photos, and how that compares. */
@NullMarked
package io.pinhole.loadtest.poor;

import org.jspecify.annotations.NullMarked;

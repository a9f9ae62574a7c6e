/** What both ends need to know of a JPEG file without decoding it: its markers, its scans, its limits. */
@NullMarked
package io.pinhole.protocol.jpeg;

import org.jspecify.annotations.NullMarked;

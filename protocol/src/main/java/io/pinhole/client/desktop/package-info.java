/** What only a desktop client can have: pictures by javax.imageio and java.awt, which phones lack. */
@NullMarked
package io.pinhole.client.desktop;

import org.jspecify.annotations.NullMarked;

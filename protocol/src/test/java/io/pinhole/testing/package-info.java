/** What every module's tests share: leaked buffers fail their test class. */
package io.pinhole.testing;

/** Who may what, as a running relay answers it. */
package io.pinhole.relay.permission;

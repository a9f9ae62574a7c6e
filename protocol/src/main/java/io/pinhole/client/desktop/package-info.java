/**
 * What only a desktop client can have: pictures by javax.imageio and java.awt, which phones lack.
 *
 * <p>What must not be seen in a photo is covered before the photo leaves the machine. A widget would only lie on top of
 * it, and an offer names the hashes of all files, so the boxes have to be known when the photo is prepared. An
 * application lets the person draw first, redactions and all else, and does the rest when Send is pressed:
 *
 * <pre>{@code
 * List<Redaction> boxes = canvas.redactions();
 * PreparedPhoto photo = DesktopRenditions.of(file, DesktopRenditions.DEFAULT_MAX_SIDE, boxes).prepared("Pump 3");
 * Share share = client.draft(photo);
 * Drawing drawing = client.follow(photo.id());
 * canvas.widgets().forEach(widget -> drawing.create(widget.kind(), widget.fields()));
 * share.publish();
 * }</pre>
 *
 * <p>An application that sends the draft while the person still draws has given away what a redaction was to hide: the
 * bytes are at the relay, though nobody may open them. It withdraws such a draft and prepares the photo anew. A redaction
 * drawn on a photo that is not published is refused with {@link io.pinhole.protocol.frame.Code#BAD_REQUEST}; on a
 * published one it is a widget like any other, which hides in the flattened picture.
 */
@NullMarked
package io.pinhole.client.desktop;

import org.jspecify.annotations.NullMarked;

/**
 * The Java client of a relay, for phones and desktops alike: nothing here needs a desktop's libraries.
 *
 * <p>A field operator who talks and shares a photo:
 *
 * <pre>{@code
 * ClientConfig config = ClientConfig.to("relay.example.com", 4433)
 *         .token(jwt)
 *         .trust(Trust.fingerprint("9f86d081..."))
 *         .client("my-app", "1.0")
 *         .build();
 * PinholeClient client = PinholeClient.connect(config, new CallAdapter() {
 *     @Override
 *     public void voice(VoiceFrame frame) {
 *         jitterBuffers.of(frame.speaker()).add(frame.tick(), frame.bytes());
 *     }
 *
 *     @Override
 *     public void ended(Refusal reason) {
 *         ui.show(reason.message());
 *     }
 * });
 * microphone.onFrame(opus -> client.speak(opus, Voice.Duration.MILLIS_20, 9));
 * client.switchMode(Mode.PHOTO).join();
 * Share share = client.share(PreparedPhoto.of(
 *         "Pump 3", PreparedRendition.of(Rendition.WORKING, progressiveJpeg, 1600, 1200)));
 * share.stored().thenRun(() -> ui.tick(share.photo()));
 * }</pre>
 *
 * <p>An expert opens what comes: {@code client.open(photo, Rendition.WORKING).complete().thenAccept(ui::show)}. To show
 * it while it arrives, listen to {@link CallListener#received} and draw {@link Download#bytes()} at the ends of scans.
 *
 * <p>Where only HTTPS gets through, {@code .transport(Transport.webSocket())} and the port of the relay's HTTP carry the
 * same; a resume secret is good on either.
 *
 * <p>Connections come and go; the call goes on. What was shared and opened continues at the byte reached, the view is
 * said again, voice is dropped until the line is there. All state belongs to the client's one loop.
 */
@NullMarked
package io.pinhole.client;

import org.jspecify.annotations.NullMarked;

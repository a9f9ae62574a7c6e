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
 * <p>To draw on a photo, and to keep it under a name with what is drawn on it when all of one's own is stored:
 *
 * <pre>{@code
 * Drawing drawing = client.follow(photo);
 * drawing.create(WidgetKind.ARROW, Fields.builder().geometry(new Geometry(9000, 9000, -3000, 1000)).build());
 * drawing.save("Seal before").thenCompose(Capture::ready).thenRun(() -> ui.tick(photo));
 * }</pre>
 *
 * <p>What nobody may see of a photo is burnt into its pixels before it is shared: on a desktop by {@code
 * io.pinhole.client.desktop}. A redaction that is drawn later is a widget, and only hides in flattened pictures.
 *
 * <p>Where only HTTPS gets through, {@code .transport(Transport.webSocket())} and the port of the relay's HTTP carry the
 * same; a resume secret is good on either.
 *
 * <p>Connections come and go; the call goes on. What was shared and opened continues at the byte reached, the view is
 * said again, voice is dropped until the line is there. What is drawn, shared and saved and not yet stored at the relay
 * outlives the application, if it gives an {@link Outbox} that does. All state belongs to the client's one loop.
 */
@NullMarked
package io.pinhole.client;

import org.jspecify.annotations.NullMarked;

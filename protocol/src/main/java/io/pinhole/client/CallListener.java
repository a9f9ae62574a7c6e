package io.pinhole.client;

import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Welcome;

/**
 * Told what happens in a call, in its order. Called on the client's loop, one call at a time: it must not block, and
 * hands to its own threads what takes longer. {@link CallAdapter} is one that does nothing.
 */
public interface CallListener extends AnnotationListener {

    /** In the call for the first time; participants, views and photos follow. */
    void joined(Welcome welcome);

    /** Back in the call. Forget participants, views and photos: those that there are now follow. */
    void resumed(Welcome welcome);

    /** There is no connection; the next attempt comes after the delay. */
    void reconnecting(Refusal reason, long delayMillis);

    /** The call is over for this client. Nothing follows. */
    void ended(Refusal reason);

    void participant(Participant participant);

    void mode(ModeChanged mode);

    void view(View view);

    /** A photo is new in the list, or its line has changed. */
    void photo(PhotoEntry entry);

    /** Somebody shared a photo while this person looks at another one in full screen. */
    void newShot(NewShot shot);

    /** Borrowed until return. */
    void voice(VoiceFrame frame);

    /** How one should speak on the lines as they are. */
    void speakAt(SpeakAt speakAt);

    /** A piece of one's own photo went to the line. */
    void sent(Progress piece);

    /** So much of one's own photo is durable. */
    void stored(Stored stored);

    /** Somebody has one's own photo whole. */
    void seen(Seen seen);

    /** Bytes of a rendition will come: it was opened, or is a preview that comes unasked. */
    void opened(Download download);

    /** A piece of a rendition came. */
    void received(Download download, Progress piece);

    /** Something that is no request, such as voice or a view, was refused. */
    void refused(Refusal refusal);
}

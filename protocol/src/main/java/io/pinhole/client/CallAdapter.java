package io.pinhole.client;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WidgetId;
import java.util.Set;

/** A listener that does nothing, for those who override what concerns them. */
public abstract class CallAdapter implements CallListener {

    @Override
    public void joined(Welcome welcome) {}

    @Override
    public void resumed(Welcome welcome) {}

    @Override
    public void reconnecting(Refusal reason, long delayMillis) {}

    @Override
    public void ended(Refusal reason) {}

    @Override
    public void participant(Participant participant) {}

    @Override
    public void mode(ModeChanged mode) {}

    @Override
    public void view(View view) {}

    @Override
    public void photo(PhotoEntry entry) {}

    @Override
    public void newShot(NewShot shot) {}

    @Override
    public void voice(VoiceFrame frame) {}

    @Override
    public void speakAt(SpeakAt speakAt) {}

    @Override
    public void sent(Progress piece) {}

    @Override
    public void stored(Stored stored) {}

    @Override
    public void seen(Seen seen) {}

    @Override
    public void opened(Download download) {}

    @Override
    public void received(Download download, Progress piece) {}

    @Override
    public void refused(Refusal refusal) {}

    @Override
    public void widgets(Drawing drawing, Set<WidgetId> changed) {}

    @Override
    public void sent(KeptOperation operation) {}

    @Override
    public void stored(KeptOperation operation, long revision) {}

    @Override
    public void refused(KeptOperation operation, Refusal reason) {}

    @Override
    public void capture(Capture capture) {}

    @Override
    public void refused(KeptSave save, Refusal reason) {}

    @Override
    public void deltas(PhotoId photo, Deltas deltas) {}

    @Override
    public void pointer(PhotoId photo, Pointer pointer) {}

    @Override
    public void stroke(PhotoId photo, Stroke piece) {}

    @Override
    public void faded(Drawing drawing) {}
}

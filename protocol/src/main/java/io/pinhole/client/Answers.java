package io.pinhole.client;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.proto.OperationResult;
import java.util.function.Consumer;

/** What the relay says of one's own operations, and what is to be done then. On the client's loop. */
final class Answers {

    private final Followed followed;
    private final Outgoing outgoing;
    private final Dispatch dispatch;

    Answers(Followed followed, Outgoing outgoing, Dispatch dispatch) {
        this.followed = followed;
        this.outgoing = outgoing;
        this.dispatch = dispatch;
    }

    void on(OperationResults results) {
        if (results.writer() == outgoing.writer()) {
            results.results().forEach(this::on);
            dispatch.soon();
        }
    }

    private void on(OperationResult result) {
        OwnOperation own = outgoing.kept(result.getSeq());
        if (standsForTheRest(result)) {
            outgoing.returnedFrom(result.getSeq());
        }
        if (own == null) {
            outgoing.answeredAgain(result.getSeq());
        } else if (result.hasRefusal()) {
            var refusal = result.getRefusal();
            refused(own, new Refusal(refusal.getCode(), refusal.getMessage(), refusal.getRetryAfterMillis()));
        } else {
            outgoing.answered(own);
            on(own, sheet -> sheet.stored(own, result.getRevision()));
        }
    }

    /** Of its batch. */
    private static boolean standsForTheRest(OperationResult result) {
        int code = result.getRefusal().getCode();
        return code == Code.OPERATION_GAP.number() || code == Code.TOO_FAST.number();
    }

    private void refused(OwnOperation own, Refusal refusal) {
        Code code = refusal.code().orElse(Code.INTERNAL);
        if (code == Code.OPERATION_GAP) {
            if (outgoing.isFirst(own.seq())) {
                renew();
            }
        } else if (code == Code.OPERATION_WRITER) {
            renew();
        } else if (code == Code.EPOCH_CHANGED) {
            outgoing.returned(own.seq());
            on(own, sheet -> {
                if (sheet.outdated(own.sentIn())) {
                    followed.ask(sheet);
                }
            });
        } else if (refusal.retryAfterMillis() > 0) {
            outgoing.returned(own.seq());
            dispatch.pause(refusal.retryAfterMillis());
        } else {
            outgoing.answered(own);
            if (!own.isAbandoned()) {
                on(own, sheet -> sheet.refused(own, refusal));
            }
        }
    }

    private void renew() {
        outgoing.renew();
        followed.all().forEach(Sheet::renumbered);
    }

    /** Whoever draws on a photo follows it. */
    private void on(OwnOperation own, Consumer<Sheet> happens) {
        Sheet sheet = followed.of(own.photo());
        if (sheet != null) {
            happens.accept(sheet);
        }
    }
}

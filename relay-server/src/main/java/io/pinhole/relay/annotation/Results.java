package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.RefusalMessage;
import io.pinhole.relay.store.StoredOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Makes answers to operations, and counts what is in them: each is told once. */
public final class Results {

    private static final int RETRY_MILLIS = 1000;

    /** What each takes in a frame besides itself. */
    private static final int RESULT_BYTES = 4;

    /** Leaves room for the photo, the writer and the one that says that there is no room for more. */
    private static final int MAX_BYTES = FrameType.OPERATION_RESULTS.maxBody() - 256;

    private final AnnotationMeter meter;

    Results(AnnotationMeter meter) {
        this.meter = meter;
    }

    /** The same refusal for each operation of a batch. It is not kept: asking again may bring another. */
    public OperationResults all(Operations batch, RefusedException refused) {
        meter.refused(refused.code(), batch.operations().size());
        return of(
                batch,
                LongStream.range(0, batch.operations().size())
                        .mapToObj(i -> refused(batch.firstSeq() + i, message(refused)))
                        .toList());
    }

    /** One refusal, of the first operation, for the whole batch: nothing of it was looked at, nor is that kept. */
    public OperationResults first(Operations batch, Code code, String why) {
        meter.refused(code, batch.operations().size());
        return of(batch, List.of(refused(batch.firstSeq(), message(code, why))));
    }

    OperationResults unavailable(Operations batch) {
        return all(batch, new RefusedException(Code.STORE_UNAVAILABLE, "the operation could not be stored"));
    }

    /** What was decided, and is durable. */
    OperationResults decided(Operations batch, List<OperationResult> results) {
        for (OperationResult result : results) {
            if (result.hasRefusal()) {
                meter.refused(code(result), 1);
            } else {
                meter.applied();
            }
        }
        return of(batch, results);
    }

    /**
     * What was decided before.
     *
     * @param known in the order of the batch, and as many
     */
    OperationResults repeated(Submission submission, List<StoredOperation> known) {
        List<OperationResult> results = new ArrayList<>(known.size());
        for (int i = 0; i < known.size(); i++) {
            StoredOperation before = known.get(i);
            boolean same =
                    before.change().equals(submission.batch().operations().get(i))
                            && before.photo().equals(submission.log().photo().id());
            results.add(same ? again(before) : conflict(before.seq()));
        }
        return of(submission.batch(), results);
    }

    private OperationResult again(StoredOperation known) {
        meter.repeated();
        return known.result();
    }

    private OperationResult conflict(long seq) {
        meter.refused(Code.OPERATION_CONFLICT, 1);
        return refused(seq, message(Code.OPERATION_CONFLICT, "the seq is known with another operation"));
    }

    private static Code code(OperationResult refused) {
        Code code = Code.of(refused.getRefusal().getCode());
        assert code != null : "decided here";
        return code;
    }

    /** As many as a frame holds; who sends the others again gets theirs then. */
    static OperationResults of(Operations batch, List<OperationResult> results) {
        int bytes = 0;
        for (int i = 0; i < results.size(); i++) {
            bytes += results.get(i).getSerializedSize() + RESULT_BYTES;
            if (bytes > MAX_BYTES) {
                List<OperationResult> first = new ArrayList<>(results.subList(0, i));
                first.add(refused(results.get(i).getSeq(), message(Code.TOO_FAST, "too many results at once")));
                return new OperationResults(batch.photo(), batch.writer(), first);
            }
        }
        return new OperationResults(batch.photo(), batch.writer(), results);
    }

    static OperationResult refused(long seq, RefusedException e) {
        return refused(seq, message(e));
    }

    private static OperationResult refused(long seq, RefusalMessage why) {
        return OperationResult.newBuilder().setSeq(seq).setRefusal(why).build();
    }

    private static RefusalMessage message(RefusedException e) {
        return message(e.code(), String.valueOf(e.getMessage()));
    }

    private static RefusalMessage message(Code code, String why) {
        RefusalMessage.Builder message =
                RefusalMessage.newBuilder().setCode(code.number()).setMessage(why);
        if (code == Code.STORE_UNAVAILABLE || code == Code.TOO_FAST) {
            message.setRetryAfterMillis(RETRY_MILLIS);
        }
        return message.build();
    }
}

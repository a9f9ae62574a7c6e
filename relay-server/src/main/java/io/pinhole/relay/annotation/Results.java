package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.RefusalMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Answers to operations that are not kept: asking again may bring another. */
public final class Results {

    private static final int RETRY_MILLIS = 1000;

    /** What each takes in a frame besides itself. */
    private static final int RESULT_BYTES = 4;

    /** Leaves room for the photo, the writer and the one that says that there is no room for more. */
    private static final int MAX_BYTES = FrameType.OPERATION_RESULTS.maxBody() - 256;

    private Results() {}

    /** The same refusal for each operation of a batch. */
    public static OperationResults all(Operations batch, RefusedException refused) {
        return of(
                batch,
                LongStream.range(0, batch.operations().size())
                        .mapToObj(i -> refused(batch.firstSeq() + i, message(refused)))
                        .toList());
    }

    /** One refusal, of the first operation, for the whole batch: nothing of it was looked at. */
    public static OperationResults first(Operations batch, Code code, String why) {
        return of(batch, List.of(refused(batch.firstSeq(), message(code, why))));
    }

    static OperationResults unavailable(Operations batch) {
        return all(batch, new RefusedException(Code.STORE_UNAVAILABLE, "the operation could not be stored"));
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

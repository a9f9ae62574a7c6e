package io.pinhole.relay.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Limits;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Results of a batch fit into a frame, however large they are. */
final class ResultsTest {

    private static final long FIRST = 1L << 60;

    @Test
    void whatDoesNotFitIsToBeAskedForAgain() {
        List<OperationResult> clears = LongStream.range(0, 200)
                .mapToObj(i -> OperationResult.newBuilder()
                        .setSeq(FIRST + i)
                        .setRevision(FIRST + i)
                        .addAllRemoved(Collections.nCopies(Limits.DEFAULT.widgets(), ByteString.copyFrom(new byte[16])))
                        .build())
                .toList();
        OperationResults results = Results.of(batch(200), clears);

        assertThat(bytes(results)).isLessThanOrEqualTo(FrameType.OPERATION_RESULTS.maxBody());
        assertThat(results.results()).hasSize(2).first().isEqualTo(clears.get(0));
        OperationResult rest = results.results().get(1);
        assertThat(rest.getSeq()).isEqualTo(FIRST + 1);
        assertThat(rest.getRefusal().getCode()).isEqualTo(Code.TOO_FAST.number());
        assertThat(rest.getRefusal().getRetryAfterMillis()).isPositive();
    }

    @Test
    void manyRefusalsFitAsWell() {
        OperationResults results = new Results(AnnotationMeter.NONE)
                .all(
                        batch(16_000),
                        new RefusedException(Code.RIGHT_MISSING, "the token does not grant the right annotate"));

        assertThat(bytes(results)).isLessThanOrEqualTo(FrameType.OPERATION_RESULTS.maxBody());
        assertThat(results.results()).hasSizeGreaterThan(900);
        int last = results.results().size() - 1;
        assertThat(results.results().subList(0, last))
                .allMatch(result -> result.getRefusal().getCode() == Code.RIGHT_MISSING.number());
        assertThat(results.results().get(last).getRefusal().getCode()).isEqualTo(Code.TOO_FAST.number());
    }

    @Test
    void whatFitsIsAllThere() {
        assertThat(new Results(AnnotationMeter.NONE)
                        .all(batch(400), new RefusedException(Code.PHOTO_UNKNOWN, "no such photo"))
                        .results())
                .hasSize(400);
    }

    private static Operations batch(int operations) {
        return new Operations(
                -1, -1, -1, FIRST, Collections.nCopies(operations, OperationMessage.getDefaultInstance()));
    }

    private static int bytes(OperationResults results) {
        ByteBuf body = Unpooled.buffer();
        results.write(body);
        return body.readableBytes();
    }
}

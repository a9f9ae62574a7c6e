package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.OperationResultsMessage;
import java.util.List;

/**
 * What became of a writer's operations.
 *
 * @param writer 0 on the wire: as in the last of these frames on this connection
 */
public record OperationResults(int photo, long writer, List<OperationResult> results) implements ServerFrame {

    public OperationResults {
        results = List.copyOf(results);
    }

    /** The same of another writer. */
    public OperationResults of(long another) {
        return new OperationResults(photo, another, results);
    }

    static OperationResults read(ByteBuf in) throws WireException {
        OperationResultsMessage m = Wire.parse(OperationResultsMessage.parser(), in);
        return new OperationResults(m.getPhoto(), m.getWriter(), m.getResultsList());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                OperationResultsMessage.newBuilder()
                        .setPhoto(photo)
                        .setWriter(writer)
                        .addAllResults(results)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.OPERATION_RESULTS;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}

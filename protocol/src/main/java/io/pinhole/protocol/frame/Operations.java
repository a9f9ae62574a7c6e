package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationsMessage;
import java.util.List;

/**
 * Operations of one writer on one photo, numbered from {@code firstSeq}.
 *
 * @param writer 0 on the wire: as in the last of these frames on this connection
 */
public record Operations(int photo, long epoch, long writer, long firstSeq, List<OperationMessage> operations)
        implements ClientFrame {

    public Operations {
        operations = List.copyOf(operations);
    }

    /** The same, said otherwise. */
    public Operations with(List<OperationMessage> others) {
        return new Operations(photo, epoch, writer, firstSeq, others);
    }

    /** The same of another writer. */
    public Operations by(long another) {
        return new Operations(photo, epoch, another, firstSeq, operations);
    }

    static Operations read(ByteBuf in) throws WireException {
        OperationsMessage m = Wire.parsePacked(OperationsMessage.parser(), in, FrameType.OPERATIONS);
        return new Operations(m.getPhoto(), m.getEpoch(), m.getWriter(), m.getFirstSeq(), m.getOperationsList());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.writePacked(
                out,
                OperationsMessage.newBuilder()
                        .setPhoto(photo)
                        .setEpoch(epoch)
                        .setWriter(writer)
                        .setFirstSeq(firstSeq)
                        .addAllOperations(operations)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.OPERATIONS;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}

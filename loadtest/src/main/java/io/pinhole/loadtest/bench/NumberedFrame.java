package io.pinhole.loadtest.bench;

import io.netty.buffer.ByteBuf;

/**
 * What stands in a voice frame instead of sound.
 *
 * @param person who says it
 * @param number 0, 1, 2 ... of this person
 * @param due when it was to be sent, in nanoseconds of the monotonic clock
 */
record NumberedFrame(int person, int number, long due) {

    private static final int HEADER_BYTES = 16;

    static NumberedFrame read(ByteBuf in) {
        return new NumberedFrame(in.readInt(), in.readInt(), in.readLong());
    }

    void write(ByteBuf out) {
        out.writeInt(person);
        out.writeInt(number);
        out.writeLong(due);
        out.writeZero(VoiceLoad.FRAME_BYTES - HEADER_BYTES);
    }
}

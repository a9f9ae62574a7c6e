package io.pinhole.protocol.jpeg;

/** Is told of each marker segment that has passed. */
interface SegmentListener {

    SegmentListener NONE = (marker, start, end) -> {};

    /**
     * @param start offset of the marker, or of the first fill byte before it
     * @param end offset behind the segment, which for a scan header is where its data begin
     */
    void passed(int marker, long start, long end);
}

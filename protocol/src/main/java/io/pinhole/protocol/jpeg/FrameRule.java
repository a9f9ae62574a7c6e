package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Frame headers: 8-bit samples, a bearable size, one to four sanely sampled components (T.81, B.2.2). */
final class FrameRule implements SegmentRule {

    private static final int FIXED_BYTES = 6;
    private static final int COMPONENT_BYTES = 3;
    private static final int MAX_COMPONENTS = 4;
    private static final int MAX_SAMPLING = 4;

    private final int marker;
    private final JpegLimits limits;
    private final Consumer<Frame> result;

    FrameRule(int marker, JpegLimits limits, Consumer<Frame> result) {
        this.marker = marker;
        this.limits = limits;
        this.result = result;
    }

    @Override
    public int size(Part begun) throws RefusedException {
        if (begun.size() < FIXED_BYTES) {
            return FIXED_BYTES;
        }
        int components = begun.u8(5);
        if (components < 1 || components > MAX_COMPONENTS) {
            throw Faults.unsupported(name() + " has " + components + " components, not 1 to " + MAX_COMPONENTS);
        }
        return FIXED_BYTES + COMPONENT_BYTES * components;
    }

    @Override
    public void check(Part part, int left) throws RefusedException {
        if (left > 0) {
            throw Faults.malformed(name() + " has " + left + " bytes too many");
        }
        int precision = part.u8(0);
        if (precision != 8) {
            throw Faults.unsupported(name() + " has " + precision + " bits a sample, not 8");
        }
        int height = part.u16(1);
        int width = part.u16(3);
        checkSize(width, height);
        List<Frame.Component> components = components(part);
        result.accept(new Frame(new JpegHeader(width, height, components.size(), marker == Marker.SOF2), components));
    }

    /** A height of zero would be told behind the first scan (T.81, B.2.5), too late to refuse a bomb. */
    private void checkSize(int width, int height) throws RefusedException {
        String size = name() + " says " + width + " x " + height + " pixels, ";
        if (width == 0 || height == 0) {
            throw new RefusedException(Code.JPEG_DIMENSIONS, size + "an empty picture");
        }
        if (Math.max(width, height) > limits.maxSide()) {
            throw new RefusedException(Code.JPEG_DIMENSIONS, size + "more than " + limits.maxSide() + " a side");
        }
        if ((long) width * height > limits.maxPixels()) {
            throw new RefusedException(Code.JPEG_DIMENSIONS, size + "more than " + limits.maxPixels() + " in all");
        }
    }

    private List<Frame.Component> components(Part part) throws RefusedException {
        List<Frame.Component> components = new ArrayList<>(MAX_COMPONENTS);
        for (int at = FIXED_BYTES; at < part.size(); at += COMPONENT_BYTES) {
            Frame.Component component = component(part, at);
            if (components.stream().anyMatch(other -> other.id() == component.id())) {
                throw Faults.malformed(name() + " has component " + component.id() + " twice");
            }
            components.add(component);
        }
        return components;
    }

    private Frame.Component component(Part part, int at) throws RefusedException {
        int id = part.u8(at);
        int horizontal = part.u8(at + 1) >> 4;
        int vertical = part.u8(at + 1) & 0xF;
        int quantization = part.u8(at + 2);
        if (horizontal < 1 || horizontal > MAX_SAMPLING || vertical < 1 || vertical > MAX_SAMPLING) {
            throw Faults.malformed(
                    name() + " samples component " + id + " by " + horizontal + " x " + vertical + ", not 1 to 4");
        }
        if (quantization > TableRules.MAX_ID) {
            throw Faults.malformed(name() + " names quantization table " + quantization + " of 0 to 3");
        }
        return new Frame.Component(id, horizontal, vertical, quantization);
    }

    private String name() {
        return Marker.name(marker);
    }
}

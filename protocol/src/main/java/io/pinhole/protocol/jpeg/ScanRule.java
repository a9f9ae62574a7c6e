package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;

/** Scan headers: known components, tables that exist, a bearable number of scans (T.81, B.2.3). */
final class ScanRule implements SegmentRule {

    private static final int MAX_BLOCKS_PER_UNIT = 10;

    private final Frame frame;
    private final TableRules tables;
    private final int maxScans;
    private final LumaPolish polish;
    private int scans;

    ScanRule(Frame frame, TableRules tables, int maxScans) {
        this.frame = frame;
        this.tables = tables;
        this.maxScans = maxScans;
        this.polish = new LumaPolish(frame);
    }

    /** Whether of luma only the last bit was still to come when the newest scan began. */
    boolean isPolish() {
        return polish.hasBegun();
    }

    @Override
    public int size(Part begun) throws RefusedException {
        if (begun.size() < 1) {
            return 1;
        }
        int components = begun.u8(0);
        if (components < 1 || components > frame.components().size()) {
            throw Faults.malformed("SOS has " + components + " components of the frame's "
                    + frame.components().size());
        }
        return 1 + 2 * components + 3;
    }

    @Override
    public void check(Part part, int left) throws RefusedException {
        if (left > 0) {
            throw Faults.malformed("SOS has " + left + " bytes too many");
        }
        if (++scans > maxScans) {
            throw new RefusedException(Code.JPEG_TOO_MANY_SCANS, "more than " + maxScans + " scans");
        }
        int components = part.u8(0);
        int blocks = 0;
        Spectrum spectrum =
                Spectrum.read(part, 1 + 2 * components).checked(frame.picture().progressive(), components);
        for (int index = 0; index < components; index++) {
            Frame.Component component = component(part, index);
            checkTables(component, spectrum, part.u8(2 + 2 * index));
            polish.scan(component, spectrum);
            blocks += component.blocksPerUnit();
        }
        if (components > 1 && blocks > MAX_BLOCKS_PER_UNIT) {
            throw Faults.malformed("SOS interleaves " + blocks + " blocks, more than " + MAX_BLOCKS_PER_UNIT);
        }
    }

    private Frame.Component component(Part part, int index) throws RefusedException {
        int id = part.u8(1 + 2 * index);
        for (int before = 0; before < index; before++) {
            if (part.u8(1 + 2 * before) == id) {
                throw Faults.malformed("SOS has component " + id + " twice");
            }
        }
        Frame.Component component = frame.component(id);
        if (component == null) {
            throw Faults.malformed("SOS names component " + id + ", which the frame does not have");
        }
        return component;
    }

    private void checkTables(Frame.Component component, Spectrum spectrum, int selectors) throws RefusedException {
        if (!tables.hasQuantization(component.quantization())) {
            throw missing("quantization", component.quantization());
        }
        if (spectrum.needsDcTable() && !tables.hasDc(selectors >> 4)) {
            throw missing("DC Huffman", selectors >> 4);
        }
        if (spectrum.needsAcTable() && !tables.hasAc(selectors & 0xF)) {
            throw missing("AC Huffman", selectors & 0xF);
        }
    }

    private static RefusedException missing(String kind, int id) {
        return Faults.malformed("SOS needs " + kind + " table " + id + ", which is not defined");
    }
}

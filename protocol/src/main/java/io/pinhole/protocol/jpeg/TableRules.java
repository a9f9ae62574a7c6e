package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;

/** Huffman and quantization tables: well formed, and remembered by id for the scans that name them. */
final class TableRules {

    /** T.81 allows baseline only Huffman tables 0 and 1; decoders do not mind, and so do we not. */
    static final int MAX_ID = 3;

    private int quantizationIds;
    private int dcIds;
    private int acIds;

    boolean hasQuantization(int id) {
        return (quantizationIds >> id & 1) != 0;
    }

    boolean hasDc(int id) {
        return (dcIds >> id & 1) != 0;
    }

    boolean hasAc(int id) {
        return (acIds >> id & 1) != 0;
    }

    SegmentRule huffman() {
        return new Huffman();
    }

    SegmentRule quantization() {
        return new Quantization();
    }

    /** T.81, B.2.4.2: any number of tables, each 16 counts of codes by length, then the codes' values. */
    private final class Huffman implements SegmentRule {

        private static final int LENGTHS = 16;

        @Override
        public int size(Part begun) throws RefusedException {
            if (begun.size() < 1 + LENGTHS) {
                return 1 + LENGTHS;
            }
            int values = 0;
            for (int length = 1; length <= LENGTHS; length++) {
                values += begun.u8(length);
            }
            if (values > 256) {
                throw Faults.malformed("DHT has a table of " + values + " values, more than 256");
            }
            return 1 + LENGTHS + values;
        }

        @Override
        public void check(Part part, int left) throws RefusedException {
            int kind = part.u8(0) >> 4;
            int id = part.u8(0) & 0xF;
            if (kind > 1 || id > MAX_ID) {
                throw Faults.malformed("DHT has a table of class " + kind + ", id " + id);
            }
            checkCodes(part);
            if (kind == 0) {
                dcIds |= 1 << id;
            } else {
                acIds |= 1 << id;
            }
        }

        /** T.81, annex C: codes of each length count up from the shorter ones, and none is all ones. */
        private static void checkCodes(Part part) throws RefusedException {
            int next = 0;
            for (int length = 1; length <= LENGTHS; length++) {
                int codes = part.u8(length);
                next = 2 * next + codes;
                if (codes > 0 && next >= 1 << length) {
                    throw Faults.malformed("DHT has more codes of " + length + " bits than fit");
                }
            }
        }
    }

    /** T.81, B.2.4.1: any number of tables, each 64 values of 8 or 16 bits. */
    private final class Quantization implements SegmentRule {

        private static final int VALUES = 64;

        @Override
        public int size(Part begun) throws RefusedException {
            if (begun.size() < 1) {
                return 1;
            }
            int valueBytes = 1 + (begun.u8(0) >> 4);
            int id = begun.u8(0) & 0xF;
            if (valueBytes > 2 || id > MAX_ID) {
                throw Faults.malformed("DQT has a table of " + 8 * valueBytes + "-bit values, id " + id);
            }
            return 1 + VALUES * valueBytes;
        }

        @Override
        public void check(Part part, int left) {
            quantizationIds |= 1 << (part.u8(0) & 0xF);
        }
    }
}

package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;

/** Which coefficients a scan carries, and which of their bits: Ss, Se, Ah and Al of T.81, B.2.3. */
record Spectrum(int first, int last, int highBit, int lowBit) {

    private static final int LAST_COEFFICIENT = 63;
    private static final int MAX_BIT = 13;
    private static final Spectrum WHOLE = new Spectrum(0, LAST_COEFFICIENT, 0, 0);

    static Spectrum read(Part part, int at) {
        return new Spectrum(part.u8(at), part.u8(at + 1), part.u8(at + 2) >> 4, part.u8(at + 2) & 0xF);
    }

    /** This spectrum if the scan may have it, as decoders understand it. */
    Spectrum checked(boolean progressive, int components) throws RefusedException {
        if (!progressive) {
            checkSequential();
            return WHOLE;
        }
        checkProgressive(components);
        return this;
    }

    /** All zeros is against the standard, but there are cameras that write it, and every decoder that reads it. */
    private void checkSequential() throws RefusedException {
        boolean wholeOrZero = last == LAST_COEFFICIENT || last == 0;
        if (first != 0 || !wholeOrZero || highBit != 0 || lowBit != 0) {
            throw Faults.malformed("sequential SOS has " + describe());
        }
    }

    /** T.81, G.1.1.1: DC scans are apart from AC scans, these have one component, refinements add one bit. */
    private void checkProgressive(int components) throws RefusedException {
        boolean bandValid = first == 0 ? last == 0 : first <= last && last <= LAST_COEFFICIENT;
        boolean bitsValid = lowBit <= MAX_BIT && (highBit == 0 || highBit == lowBit + 1);
        if (!bandValid || !bitsValid) {
            throw Faults.malformed("progressive SOS has " + describe());
        }
        if (first > 0 && components > 1) {
            throw Faults.malformed("progressive SOS interleaves the AC coefficients of " + components + " components");
        }
    }

    boolean needsDcTable() {
        return first == 0 && highBit == 0;
    }

    boolean needsAcTable() {
        return last > 0;
    }

    private String describe() {
        return "coefficients " + first + " to " + last + ", bits " + highBit + " to " + lowBit;
    }
}

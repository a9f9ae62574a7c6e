package io.pinhole.protocol.jpeg;

/** The second bytes of the markers that matter here (T.81, table B.1). */
final class Marker {

    static final int PREFIX = 0xFF;
    static final int STUFFING = 0x00;
    static final int SOF0 = 0xC0;
    static final int SOF1 = 0xC1;
    static final int SOF2 = 0xC2;
    static final int DHT = 0xC4;
    static final int JPG = 0xC8;
    static final int DAC = 0xCC;
    static final int SOF15 = 0xCF;
    static final int RST0 = 0xD0;
    static final int RST7 = 0xD7;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DNL = 0xDC;
    static final int DRI = 0xDD;
    static final int DHP = 0xDE;
    static final int EXP = 0xDF;
    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP14 = 0xEE;
    static final int APP15 = 0xEF;
    static final int JPG13 = 0xFD;
    static final int COM = 0xFE;

    private Marker() {}

    static boolean isRestart(int code) {
        return code >= RST0 && code <= RST7;
    }

    /** Application segments and comments: their content is nobody's business here. */
    static boolean isFree(int code) {
        return isApplication(code) || code == COM;
    }

    static boolean isFrame(int code) {
        return code >= SOF0 && code <= SOF2;
    }

    private static boolean isApplication(int code) {
        return code >= APP0 && code <= APP15;
    }

    /** Arithmetic, lossless and hierarchical coding, lines counted afterwards, and extensions. */
    static boolean isUnsupported(int code) {
        boolean otherFrame = code > SOF2 && code <= SOF15 && code != DHT;
        boolean extension = code > APP15 && code <= JPG13;
        return otherFrame || extension || code == DNL || code == DHP || code == EXP;
    }

    static String name(int code) {
        if (isRestart(code)) {
            return "RST" + (code - RST0);
        }
        if (isApplication(code)) {
            return "APP" + (code - APP0);
        }
        return switch (code) {
            case DHT -> "DHT";
            case JPG -> "JPG";
            case DAC -> "DAC";
            case SOI -> "SOI";
            case EOI -> "EOI";
            case SOS -> "SOS";
            case DQT -> "DQT";
            case DNL -> "DNL";
            case DRI -> "DRI";
            case DHP -> "DHP";
            case EXP -> "EXP";
            case COM -> "COM";
            default -> code >= SOF0 && code <= SOF15 ? "SOF" + (code - SOF0) : String.format("FF%02X", code);
        };
    }
}

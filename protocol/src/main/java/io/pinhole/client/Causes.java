package io.pinhole.client;

/** Why a connection could not be made, in one sentence for people. */
final class Causes {

    private Causes() {}

    /** The innermost reason: those around it say only that something was tried. */
    static String sentence(Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message;
    }
}

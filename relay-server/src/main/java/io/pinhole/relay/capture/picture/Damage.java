package io.pinhole.relay.capture.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/** Notes what a decoder only warns of: it goes on with grey where data are missing or make no sense. */
final class Damage implements IIOReadWarningListener {

    private static final Pattern LOSS = Pattern.compile("^(Corrupt JPEG data|Premature end|Truncated File)");
    private static final Pattern REST = Pattern.compile("^Corrupt JPEG data: (\\d+) extraneous bytes");

    /** Some cameras fill up the end of their data; more is what remains where the decoder lost its way. */
    private static final int MAX_FILLING = 64;

    private @Nullable String warning;

    @Override
    public void warningOccurred(ImageReader source, String message) {
        if (warning == null && isLoss(message)) {
            warning = message;
        }
    }

    void check() throws IIOException {
        if (warning != null) {
            throw new IIOException(warning);
        }
    }

    private static boolean isLoss(String message) {
        Matcher rest = REST.matcher(message);
        return rest.find()
                ? Long.parseLong(rest.group(1)) > MAX_FILLING
                : LOSS.matcher(message).find();
    }
}

package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.Operation;

/** One's own change to a photo's widgets, under the number by which the relay knows it however often it is sent. */
public record KeptOperation(long seq, PhotoId photo, Operation operation) {}

package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.PhotoId;
import java.util.List;

/** What all in a history share. */
record World(Oracle oracle, ModelClock clock, List<PhotoId> photos, Plant plant, Census census) {}

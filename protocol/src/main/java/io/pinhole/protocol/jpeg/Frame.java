package io.pinhole.protocol.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked frame header (T.81, B.2.2). */
record Frame(JpegHeader picture, List<Component> components) {

    /** One colour component and how it is sampled. */
    record Component(int id, int horizontal, int vertical, int quantization) {

        int blocksPerUnit() {
            return horizontal * vertical;
        }
    }

    Frame {
        components = List.copyOf(components);
    }

    @Nullable Component component(int id) {
        for (Component component : components) {
            if (component.id == id) {
                return component;
            }
        }
        return null;
    }
}

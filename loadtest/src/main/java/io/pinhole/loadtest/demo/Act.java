package io.pinhole.loadtest.demo;

import java.io.IOException;

/** One scene of the story. What does not happen is waited for in vain, and found missing afterwards. */
interface Act {

    Scene scene();

    /** @throws IOException if the story cannot go on */
    void play(Stage stage) throws IOException, InterruptedException;
}

package io.pinhole.loadtest.demo;

import java.io.IOException;

/** Whether one behaviour of the product happened, seen at the other participant. */
interface Check {

    /** The behaviour's number. */
    String behaviour();

    /** @throws IOException if a file that the story made cannot be read */
    Finding on(Story story) throws IOException;
}

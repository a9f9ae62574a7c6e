package io.pinhole.relay.config;

/** How log lines look. */
public enum LogFormat {
    TEXT,
    JSON
}

package io.pinhole.relay.store;

/** A store of some engine that a contract test may close and open again. */
public interface Engine extends AutoCloseable {

    CallStore calls();

    PhotoStore photos();

    OperationStore operations();

    CaptureStore captures();

    /** Closes the store in good order and opens it again. */
    void reopen();

    @Override
    void close();
}

package org.mobiletoken.stack;

/** A part of the stack could not be started or died; the message is a sentence for the person in front of the screen. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}

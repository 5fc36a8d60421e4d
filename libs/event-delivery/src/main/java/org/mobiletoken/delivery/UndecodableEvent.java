package org.mobiletoken.delivery;

/** The bytes of a record are not an event; trying again cannot help. The message must not quote the payload. */
public class UndecodableEvent extends RuntimeException {
    public UndecodableEvent(String reason) {
        super(reason);
    }

    public UndecodableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}

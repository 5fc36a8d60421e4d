package org.mobiletoken.operations.kafka;

/** The broker did not answer in time; nothing has been changed by asking. */
public final class BrokerAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerAway(Throwable cause) {
        super("The broker does not answer", cause);
    }

    BrokerAway() {
        super("The broker does not answer");
    }
}

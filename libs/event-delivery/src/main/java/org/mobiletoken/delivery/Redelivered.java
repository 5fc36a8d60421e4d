package org.mobiletoken.delivery;

/** What became of a record that operations handed to its consumer again. */
public enum Redelivered {
    /** It took effect now. */
    HANDLED,
    /** It had been taken over before and had no effect. */
    KNOWN,
    /** Its key is parked; it queues behind the others. */
    QUEUED,
    /** It failed, and its key is parked. */
    PARKED,
    /** It is no event for this consumer. */
    UNDECODABLE
}

package org.mobiletoken.events;

/** A fact about one customer; it carries ids, instants and causes, never anything secret or personal. */
public interface Event {
    /** The customer the fact is about, and the key of the Kafka record. */
    String customerId();

    /** Grows with every event that the owning service tells about this customer; guards projections against old news. */
    long version();
}

package org.mobiletoken.delivery;

/** What a consumer does with one event, inside the transaction that also remembers the event. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Applies the event to this service's database; remote calls do not belong here.
     *
     * @throws UndecodableEvent if the payload is not what the type promises: the record goes to the dead letters
     * @throws Exception if it failed otherwise: it is tried again, then parked with the later events of its key
     */
    void handle(IncomingEvent event) throws Exception;
}

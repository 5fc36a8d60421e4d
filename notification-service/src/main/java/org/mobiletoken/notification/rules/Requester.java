package org.mobiletoken.notification.rules;

/** Who asks for a code: a gateway does so for the login to its own app, the enrolling service for everything else. */
public sealed interface Requester {

    String clientId();

    /** Whether this client may ask for a code of this purpose in this app, where {@code enrolling} is the enrolling service. */
    default boolean mayAskFor(Purpose purpose, String app, String enrolling) {
        return switch (this) {
            case Gateway gateway -> purpose == Purpose.LOGIN && gateway.app().equals(app);
            case Service service ->
                purpose != Purpose.LOGIN && service.clientId().equals(enrolling);
        };
    }

    /** The gateway of one app. */
    record Gateway(String clientId, String app) implements Requester {}

    /** Another service of this system. */
    record Service(String clientId) implements Requester {}
}

package org.mobiletoken.events;

/** The JSON of a known event type cannot be read; the message never repeats the content. */
public final class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEvent(String type, Throwable cause) {
        super("An event of type " + type + " has JSON of another form: "
                + cause.getClass().getSimpleName());
    }
}

package org.mobiletoken.notification.reports;

/** What was found out about something attached. */
public sealed interface Inspection {

    record Accepted(Attachment attachment) implements Inspection {}

    record Refused(Reason reason) implements Inspection {}

    /** Why something cannot be attached. */
    enum Reason {
        /** The content is of no type that may be attached, or there is none. */
        NOT_ACCEPTED,
        /** The content is of another type than was said. */
        OTHER_TYPE,
        /** The content begins like a picture and is none. */
        DAMAGED,
        /** The picture would need more memory to look at than any phone's photograph. */
        TOO_MANY_PIXELS
    }
}

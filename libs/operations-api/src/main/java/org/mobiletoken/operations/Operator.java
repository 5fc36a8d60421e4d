package org.mobiletoken.operations;

/** Who acts: the subject identifies the person or the client, the name is for people to read. */
public record Operator(String subject, String name) {
    /** The service itself, where it ends what a person began. */
    public static final Operator SERVICE = new Operator("service", "service");
}

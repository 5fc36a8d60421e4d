package org.mobiletoken.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls, read from the access token alone and never from a URL or a body. */
public sealed interface Caller {
    /** The OAuth client that the token was issued to. */
    String clientId();

    /** A customer's session in one app; the session id is absent where the provider gives none. */
    record CustomerSession(
            String customerId,
            String app,
            String clientId,
            @Nullable String sessionId) implements Caller {}

    /** The gateway of one app, before its customer has a session. */
    record Gateway(String clientId, String app) implements Caller {}

    /** Another service of the platform, or a system of the bank with the role of one. */
    record Service(String clientId) implements Caller {}

    /** A member of staff; the subject identifies the person, the name is for people to read. */
    record Staff(String subject, String name, Set<String> roles, String clientId) implements Caller {}

    /** Anyone else who has a valid token. */
    record Other(String clientId, Set<String> roles) implements Caller {}
}

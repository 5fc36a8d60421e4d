package org.mobiletoken.http;

import java.util.List;

/** The problems that every service may answer; what only one service answers is declared there. */
public final class ProblemTypes {
    public static final ProblemType MALFORMED = new ProblemType("malformed", "The request is malformed", 400);
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", "A valid access token is needed", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", "The caller may not do this", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", "There is nothing here", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "The method is not allowed here", 405);
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", "No acceptable representation exists", 406);
    public static final ProblemType IN_PROGRESS =
            new ProblemType("in-progress", "The same request is still in progress", 409);
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", "The body is too large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "The media type is not supported", 415);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", "The idempotency key belongs to another request", 422);
    public static final ProblemType INTERNAL = new ProblemType("internal", "Something went wrong here", 500);
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", "The service cannot answer at the moment", 503);

    private static final List<ProblemType> ALL = List.of(
            MALFORMED,
            UNAUTHENTICATED,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            IN_PROGRESS,
            TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            IDEMPOTENCY_KEY_REUSED,
            INTERNAL,
            UNAVAILABLE);

    private ProblemTypes() {}

    public static List<ProblemType> all() {
        return ALL;
    }
}

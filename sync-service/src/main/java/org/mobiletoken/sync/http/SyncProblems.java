package org.mobiletoken.sync.http;

import java.util.List;
import org.mobiletoken.http.ProblemType;

/** The problems that only this service answers; refusals of a proof are handed on as enrolment-service words them. */
final class SyncProblems {
    static final ProblemType ALREADY_ENABLED =
            new ProblemType("already-enabled", "This app's token is enabled already", 409);
    static final ProblemType SYNC_OPEN = new ProblemType("sync-open", "A synchronisation is still under way", 409);
    static final ProblemType TERMS_NOT_ACCEPTED =
            new ProblemType("terms-not-accepted", "The terms in force must be accepted first", 409);
    static final ProblemType TERMS_SUPERSEDED =
            new ProblemType("terms-superseded", "The accepted terms are no longer in force", 409);

    static final List<ProblemType> ALL = List.of(ALREADY_ENABLED, SYNC_OPEN, TERMS_NOT_ACCEPTED, TERMS_SUPERSEDED);

    private SyncProblems() {}
}

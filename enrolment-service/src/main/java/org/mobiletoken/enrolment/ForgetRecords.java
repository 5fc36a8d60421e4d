package org.mobiletoken.enrolment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.Tokens;

/** The bank's record goes when it has been kept long enough: the history, and tokens and credentials that ended long ago. */
@ApplicationScoped
public class ForgetRecords {

    private final History history;
    private final Tokens tokens;
    private final Credentials credentials;
    private final RetentionSettings settings;
    private final Clock clock;

    ForgetRecords(History history, Tokens tokens, Credentials credentials, RetentionSettings settings, Clock clock) {
        this.history = history;
        this.tokens = tokens;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void forget() {
        Instant before = clock.instant().minus(settings.records());
        history.forgetBefore(before);
        tokens.deleteEndedBefore(before);
        credentials.deleteEndedBefore(before);
    }
}

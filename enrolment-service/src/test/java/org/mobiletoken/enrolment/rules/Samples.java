package org.mobiletoken.enrolment.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of the rules start from. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final CredentialId CREDENTIAL = CredentialId.random();

    private Samples() {}

    static Token token(String app, String thumbprint) {
        return token(app, thumbprint, CREDENTIAL, NOW);
    }

    static Token token(String app, String thumbprint, CredentialId credential, Instant effectiveAt) {
        return new Token(
                TokenId.random(),
                "customer",
                credential,
                app,
                new PublicJwk("{}", thumbprint),
                "Pixel 12",
                null,
                NOW,
                effectiveAt);
    }

    static EnablingRequest request(String app, String thumbprint, boolean replaces, @Nullable String otherAppKey) {
        return new EnablingRequest(app, new PublicJwk("{}", thumbprint), "Pixel 12", replaces, otherAppKey);
    }

    static Enrolment.Details details() {
        return new Enrolment.Details(
                EnrolmentId.random(),
                "customer",
                request("investment", "key", false, null),
                List.of(1, 4, 6),
                NOW,
                NOW.plus(Duration.ofMinutes(10)));
    }

    static Enrolment.AwaitingIdentity awaitingIdentity(int triesLeft, int wrong) {
        return new Enrolment.AwaitingIdentity(details(), triesLeft, wrong);
    }
}

package org.mobiletoken.enrolment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.AppPolicy;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.SigningFactor;
import org.mobiletoken.enrolment.rules.Synchronising;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.operations.AfterCommit;

/** Counts what becomes of tokens, each thing once it is committed, and of the proofs made with them. */
@Startup
@ApplicationScoped
public class TokenMetrics {
    /** How a token came to be. */
    public enum Origin {
        ENABLED,
        SYNCHRONISED
    }

    private static final String ENABLINGS = "token_enablings";
    private static final String DISABLINGS = "token_disablings";
    private static final String ENDED = "enrolments_ended";
    private static final String VERIFIED = "verified";
    private static final String WRONG_PASSCODE = "wrong_passcode";
    private static final Set<Purpose> PROVEN_BY_A_TOKEN =
            EnumSet.of(Purpose.LOGIN, Purpose.SYNC, Purpose.BIOMETRIC_ENROLMENT, Purpose.AUTHORISATION);
    private static final Duration[] CASCADE_LIMITS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;
    private final Timer cascade;

    TokenMetrics(MeterRegistry meters, AfterCommit afterCommit, AppPolicies apps) {
        this.meters = meters;
        this.afterCommit = afterCommit;
        this.cascade = Timer.builder("disable_cascade")
                .description("From the commit of a disable request to the commit that disables another app's token")
                .serviceLevelObjectives(CASCADE_LIMITS)
                .register(meters);
        startCountingProofs();
        apps.all().stream().map(AppPolicy::app).forEach(this::startCounting);
    }

    /** Shows an app's figures from zero on, so that a rate sees the first of each. */
    private void startCounting(String app) {
        for (Origin origin : Origin.values()) {
            meters.counter(ENABLINGS, "app", app, "cause", label(origin));
        }
        for (EndCause cause : EndCause.values()) {
            meters.counter(DISABLINGS, "app", app, "cause", label(cause));
        }
        for (Enrolment.EndReason reason : Enrolment.EndReason.values()) {
            meters.counter(ENDED, "app", app, "reason", label(reason));
        }
        for (Synchronising.Reason reason : Synchronising.Reason.values()) {
            meters.counter(ENDED, "app", app, "reason", label(reason));
        }
    }

    private void startCountingProofs() {
        for (Purpose purpose : PROVEN_BY_A_TOKEN) {
            proofs(purpose, SigningFactor.DEVICE_KEY, VERIFIED);
            proofs(purpose, SigningFactor.DEVICE_KEY, WRONG_PASSCODE);
        }
    }

    /** Called, as the next three, in the transaction that does it. */
    public void enabled(String app, Origin origin) {
        count(ENABLINGS, "app", app, "cause", label(origin));
    }

    public void disabled(String app, EndCause cause) {
        count(DISABLINGS, "app", app, "cause", label(cause));
    }

    public void ended(String app, Enum<?> reason) {
        count(ENDED, "app", app, "reason", label(reason));
    }

    /** @param sinceRequest how long ago the credential of the linked tokens ended */
    void cascaded(Duration sinceRequest) {
        afterCommit.run(() -> cascade.record(sinceRequest));
    }

    /** @param factor which key signed, or null if none of a live token did */
    void proof(Purpose purpose, @Nullable SigningFactor factor, Verification<?> verification) {
        String outcome = switch (verification) {
            case Verification.Verified<?> _ -> VERIFIED;
            case Verification.NotVerified<?> not -> outcome(not.refusal());
        };
        proofs(purpose, factor, outcome).increment();
    }

    private Counter proofs(Purpose purpose, @Nullable SigningFactor factor, String outcome) {
        return meters.counter("proofs", "purpose", purpose.text(), "factor", factor(factor), "outcome", outcome);
    }

    private void count(String name, String... tags) {
        afterCommit.run(() -> meters.counter(name, tags).increment());
    }

    private static String factor(@Nullable SigningFactor factor) {
        return switch (factor) {
            case DEVICE_KEY -> "passcode";
            case BIOMETRIC_KEY -> "biometric";
            case null -> "unknown";
        };
    }

    private static String outcome(VerificationRefusal refusal) {
        return switch (refusal) {
            case VerificationRefusal.NotProven _ -> "not_proven";
            case VerificationRefusal.ChallengeUsed _ -> "challenge_used";
            case VerificationRefusal.CoolingOff _ -> "cooling_off";
            case VerificationRefusal.WrongPasscode _ -> WRONG_PASSCODE;
            case VerificationRefusal.Frozen _ -> "frozen";
            case VerificationRefusal.TooManyOpen _ -> "too_many_open";
            case VerificationRefusal.Unavailable _ -> "unavailable";
            case VerificationRefusal.TokenEnded _ -> "token_ended";
        };
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

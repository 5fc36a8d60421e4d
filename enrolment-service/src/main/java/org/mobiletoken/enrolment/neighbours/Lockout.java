package org.mobiletoken.enrolment.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.TokenId;
import org.mobiletoken.http.ProblemException;

/** Lockout-service decides whether a customer is frozen; without its answer nothing is verified, enabled or synchronised. */
@ApplicationScoped
public class Lockout {

    static final String NAME = "lockout-service";
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final LockoutApi api;
    private final FreezesTogether together;

    Lockout(@RestClient LockoutApi api, FreezesTogether together) {
        this.api = api;
        this.together = together;
    }

    /** Whether a passcode may be tried. */
    public sealed interface Reservation {}

    /** @param deadline by when the attempt has to be settled */
    public record Reserved(Instant deadline) implements Reservation {}

    public record RefusedAsFrozen(Freeze freeze) implements Reservation {}

    public record TooManyOpen(Duration retryAfter) implements Reservation {}

    /** What became of an attempt. */
    public sealed interface Settlement {}

    /** @param freeze the freeze that this attempt brought about, or null */
    public record Settled(int attemptsLeft, @Nullable Freeze freeze) implements Settlement {}

    /** The attempt had been abandoned, or settled otherwise, so it must not count as a success. */
    public record SettledOtherwise() implements Settlement {}

    public Optional<Freeze> freezeOf(String customerId) {
        LockoutApi.FreezeNow now = together.of(customerId).orElseGet(() -> alone(customerId));
        return now.frozen()
                ? Optional.of(new Freeze(Objects.requireNonNull(now.kind()), now.frozenUntil()))
                : Optional.empty();
    }

    private LockoutApi.FreezeNow alone(String customerId) {
        return Calls.ask(NAME, () -> api.freeze(customerId), response -> {
            if (response.getStatus() != 200) {
                throw Unavailable.now();
            }
            return Answers.read(response, LockoutApi.FreezeNow.class);
        });
    }

    public Reservation reserve(UUID attemptId, String customerId, String app, String purpose, TokenId token) {
        LockoutApi.Reserve request = new LockoutApi.Reserve(attemptId, customerId, app, purpose, token.value());
        return Calls.ask(NAME, () -> api.reserve(request), response -> switch (response.getStatus()) {
            case 200, 201 ->
                new Reserved(Answers.read(response, LockoutApi.Reserved.class).deadline());
            case 423 -> {
                LockoutApi.FrozenProblem frozen = Answers.read(response, LockoutApi.FrozenProblem.class);
                yield new RefusedAsFrozen(new Freeze(frozen.kind(), frozen.frozenUntil()));
            }
            case 429 ->
                new TooManyOpen(Objects.requireNonNullElse(PassedOn.retryAfter(response), Duration.ofSeconds(1)));
            default -> throw Unavailable.now();
        });
    }

    /** Tells the outcome of an attempt, again and again for {@code giveUpAfter} if need be. */
    public Settlement settle(UUID attemptId, String customerId, boolean accepted, Duration giveUpAfter)
            throws InterruptedException {
        LockoutApi.Settle request = new LockoutApi.Settle(customerId, accepted ? "ACCEPTED" : "REJECTED");
        long giveUpAt = System.nanoTime() + giveUpAfter.toNanos();
        while (true) {
            try {
                return Calls.ask(NAME, () -> api.settle(attemptId, request), Lockout::settlement);
            } catch (ProblemException unavailable) {
                if (System.nanoTime() + BETWEEN_TRIES.toNanos() >= giveUpAt) {
                    throw unavailable;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    private static Settlement settlement(Response response) {
        return switch (response.getStatus()) {
            case 200 -> {
                LockoutApi.Settled settled = Answers.read(response, LockoutApi.Settled.class);
                LockoutApi.SettledFreeze freeze = settled.freeze();
                yield new Settled(
                        settled.attemptsLeft(), freeze == null ? null : new Freeze(freeze.kind(), freeze.until()));
            }
            case 409 -> new SettledOtherwise();
            default -> throw Unavailable.now();
        };
    }
}

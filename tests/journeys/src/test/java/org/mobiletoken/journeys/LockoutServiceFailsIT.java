package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

@ExtendWith(PlatformExtension.class)
class LockoutServiceFailsIT {
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);

    private final Platform platform;
    private final JourneyCustomer customer;

    LockoutServiceFailsIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void killed_amid_parallel_guesses_it_lets_six_passcodes_be_verified_and_no_more() {
        customer.enable(INVESTMENT);

        killAmidGuesses(ServiceName.LOCKOUT, 40);
        for (int i = 0; i < 6; i++) {
            customer.logIn(INVESTMENT, WRONG_PASSCODE);
        }

        customer.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
        assertThat(lines("ATTEMPT_RESERVED")).isEqualTo(6);
        assertThat(lines("ATTEMPT_REJECTED") + lines("ATTEMPT_ABANDONED")).isEqualTo(6);
        assertThat(lines("FROZEN")).isEqualTo(1);
    }

    @Test
    void attempts_of_a_caller_that_was_killed_count_as_wrong() {
        customer.enable(INVESTMENT);

        killAmidGuesses(ServiceName.ENROLMENT, 4);

        int left = platform.branch().lockout(customer.id()).expect(200).number("attemptsLeft");
        assertThat(left).isEqualTo(6 - (int) lines("ATTEMPT_RESERVED"));
        assertThat(lines("ATTEMPT_REJECTED") + lines("ATTEMPT_ABANDONED")).isEqualTo(lines("ATTEMPT_RESERVED"));
    }

    @Test
    void unreachable_it_has_every_verification_refused_and_its_freezes_outlive_it() {
        customer.enable(INVESTMENT);
        for (int i = 0; i < 6; i++) {
            customer.logIn(INVESTMENT, WRONG_PASSCODE);
        }
        ServiceProcess lockout = platform.stack().service(ServiceName.LOCKOUT);

        lockout.kill();
        try {
            customer.logIn(INVESTMENT, PASSCODE).expectProblem(503, "unavailable");
        } finally {
            lockout.start();
        }

        customer.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
    }

    /** Kills the service once the first attempt is reserved, and starts it again; every attempt has ended afterwards. */
    private void killAmidGuesses(ServiceName service, int guesses) {
        List<String> proofs = new ArrayList<>();
        for (int i = 0; i < guesses; i++) {
            proofs.add(customer.passcodeProof(INVESTMENT, WRONG_PASSCODE));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<Answer>>> answers = proofs.stream()
                    .map(proof -> CompletableFuture.supplyAsync(() -> verify(proof), threads))
                    .toList();
            Awaitility.await().until(() -> lines("ATTEMPT_RESERVED") > 0);
            platform.stack().service(service).kill();
            platform.stack().service(service).start();
            assertThat(answers.stream().flatMap(answer -> answer.join().stream()))
                    .extracting(Answer::status)
                    .doesNotContain(200, 500);
        }
        platform.clock().advance(ATTEMPT_TIMEOUT);
    }

    /** Nothing if the service was killed before it had answered. */
    private Optional<Answer> verify(String proof) {
        try {
            return Optional.of(platform.gateway(INVESTMENT).verify(proof));
        } catch (UncheckedIOException cutOff) {
            return Optional.empty();
        }
    }

    private long lines(String kind) {
        Answer history = platform.branch().lockoutHistory(customer.id()).expect(200);
        return StreamSupport.stream(history.list("lines").spliterator(), false)
                .filter(line -> line.path("kind").asText().equals(kind))
                .count();
    }
}

package org.mobiletoken.load;

import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.mobiletoken.stack.ServiceName;

/**
 * What a bank's customers do at the same time: most log in by face or fingerprint or look how their token stands, some log in by passcode;
 * a few are new: each takes a token, logs in with it, gives it to the other app, and disables both; others are guessed at until they are frozen.
 * Nobody tries anything twice.
 */
final class Traffic {
    private static final int CONNECTIONS = 32;
    private static final int FIRST_GUESSED_AT = 2_000_000;

    private enum Act {
        LIVES,
        BIOMETRICS,
        PASSCODE,
        LOOKS,
        GUESSED_AT
    }

    /** Few passcodes, since each costs a hash and two cores are also to start a service now and then. */
    private static final List<Act> ROUND = List.of(
            Act.LIVES,
            Act.BIOMETRICS,
            Act.LOOKS,
            Act.BIOMETRICS,
            Act.GUESSED_AT,
            Act.BIOMETRICS,
            Act.LOOKS,
            Act.BIOMETRICS,
            Act.PASSCODE,
            Act.BIOMETRICS,
            Act.LOOKS,
            Act.BIOMETRICS,
            Act.GUESSED_AT,
            Act.BIOMETRICS,
            Act.LOOKS,
            Act.BIOMETRICS);

    private final Platform platform;
    private final Logins logins;
    private final Enrolling newcomers;
    private final Synchronisation synchronisation;
    private final Http http;
    private final Attempts attempts;
    private final URI enrolment;
    private final URI lockout;
    private final List<Http> sessions;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong lives = new AtomicLong();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();

    /** @param customers who have a token and biometric login already */
    Traffic(Platform platform, Enrolling newcomers, List<Handset> customers) {
        this.platform = platform;
        this.newcomers = newcomers;
        this.logins = new Logins(platform, customers, CONNECTIONS);
        this.synchronisation = new Synchronisation(platform, CONNECTIONS);
        this.http = platform.http(() -> "", CONNECTIONS);
        this.attempts = new Attempts(platform, CONNECTIONS);
        this.enrolment = platform.stack().url(ServiceName.ENROLMENT);
        this.lockout = platform.stack().url(ServiceName.LOCKOUT);
        this.sessions = customers.stream()
                .map(customer -> http.as(platform.session(customer.customer(), customer.app())))
                .toList();
    }

    /** The next of it, as an {@link OpenLoop} asks for it. */
    long next() {
        long number = next.getAndIncrement();
        Act act = ROUND.get(Math.floorMod(number, ROUND.size()));
        try {
            switch (act) {
                case LIVES -> live();
                case BIOMETRICS -> logins.byBiometrics();
                case PASSCODE -> logins.byPasscode().expect(200);
                case LOOKS -> look(number);
                case GUESSED_AT ->
                    attempts.freeze(lockout, "load-" + (FIRST_GUESSED_AT + number), Enrolling.USABLE_AT_ONCE);
            }
            return System.nanoTime();
        } catch (Http.UnexpectedAnswer e) {
            lost.add(act + ": " + e.getMessage());
            throw e;
        }
    }

    /** How many customers have had a token from its beginning to its end. */
    long lives() {
        return lives.get();
    }

    /** What was answered otherwise than it should have been, or not at all. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    private void look(long number) {
        Http session = sessions.get(Math.floorMod(number, sessions.size()));
        session.get(enrolment, "/v1/token").expect(200);
    }

    private void live() {
        Handset handset = newcomers.enable();
        newcomers.turnOnBiometrics(handset);
        logins.byPasscode(handset).expect(200);
        synchronisation.awaitOffer(handset);
        synchronisation.run(handset);
        http.as(platform.session(handset.customer(), handset.app()))
                .delete(enrolment, "/v1/token")
                .expect(200);
        lives.incrementAndGet();
    }
}

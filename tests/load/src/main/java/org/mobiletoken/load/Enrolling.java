package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.mobiletoken.bank.Gateway;
import org.mobiletoken.bank.Phone;
import org.mobiletoken.bank.directory.CustomerDirectory;
import org.mobiletoken.stack.ServiceName;

/**
 * Customers enable the token and turn biometric login on, step by step as the apps lead them, through the public API and with codes
 * from the SMS centre. Each is a customer that nobody was before.
 */
final class Enrolling {
    /** The services without which nobody enrols or logs in. */
    static final Set<ServiceName> SERVICES =
            Set.of(ServiceName.ENROLMENT, ServiceName.LOCKOUT, ServiceName.NOTIFICATION);

    /** The app without a cooling-off: its tokens log in as soon as they are enabled. */
    static final String USABLE_AT_ONCE = "investment";

    static final String PASSCODE = "739152";
    private static final String DEVICE = "Pixel 12";
    /** As many passcodes as the service works on at a time; more would only wait. */
    private static final int AT_ONCE = 4;

    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 10;
    private static final int ONCE = 1;
    private static final int FIRST_OF_OTHERS = 1_000_000;

    private final String app;
    private final Platform platform;
    private final CodesBySms sms;
    private final Http http;
    private final URI enrolment;
    private final JsonNode publishedKeys;
    private final CustomerDirectory directory = new CustomerDirectory();
    private final AtomicInteger next;
    private final int tries;

    /** Customers who come again when they are told to. */
    Enrolling(Platform platform, CodesBySms sms, String app, int connections) {
        this(platform, sms, app, connections, 0, TRIES);
    }

    private Enrolling(Platform platform, CodesBySms sms, String app, int connections, int first, int tries) {
        this.next = new AtomicInteger(first);
        this.tries = tries;
        this.platform = platform;
        this.sms = sms;
        this.app = app;
        this.http = platform.http(() -> "", connections);
        this.enrolment = platform.stack().url(ServiceName.ENROLMENT);
        this.publishedKeys = new Gateway(platform.endpoints(), app).publishedKeys();
    }

    /** Other customers, who try nothing twice. */
    static Enrolling withoutPatience(Platform platform, CodesBySms sms, String app, int connections) {
        return new Enrolling(platform, sms, app, connections, FIRST_OF_OTHERS, ONCE);
    }

    /** So many new customers with a live token and biometric login. */
    List<Handset> withBiometrics(int customers) {
        return many(customers, () -> {
            Handset handset = enable();
            turnOnBiometrics(handset);
            return handset;
        });
    }

    /** So many new customers with a live token. */
    List<Handset> enabled(int customers) {
        return many(customers, this::enable);
    }

    private static List<Handset> many(int customers, Callable<Handset> enrolling) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Handset>> coming = new ArrayList<>();
            for (int i = 0; i < customers; i++) {
                coming.add(threads.submit(enrolling));
            }
            List<Handset> handsets = new ArrayList<>();
            for (Future<Handset> handset : coming) {
                handsets.add(handset.get());
            }
            return handsets;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A customer could not be enrolled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** The next customer's token: identity card characters, code, passcode. */
    Handset enable() {
        String customer = "load-" + next.getAndIncrement();
        var handset = new Handset(customer, app, new Phone(DEVICE, publishedKeys, Clock.systemUTC()), PASSCODE);
        Http session = http.as(platform.session(customer, app));
        Phone phone = handset.phone();
        String key = phone.thumbprint(app);
        JsonNode opened = prove(
                session,
                wanted("enrolment", key),
                "/v1/enrolments",
                challenge -> Map.of("proof", phone.enrolmentProof(app, challenge), "deviceName", DEVICE));
        String id = opened.path("enrolmentId").asText();
        String flow = "/v1/enrolments/" + id;
        List<Integer> positions = new ArrayList<>();
        opened.path("hkidPositions").forEach(position -> positions.add(position.asInt()));
        var person = directory.find(customer).orElseThrow();
        post(
                        session,
                        flow + "/identity-check",
                        Map.of("characters", person.hkid().at(positions)))
                .expect(200);
        post(session, flow + "/otp", Map.of("code", sms.await(person.mobileNumber())))
                .expect(200);
        prove(
                session,
                wanted("passcode", key, id),
                flow + "/passcode",
                challenge -> Map.of("proof", phone.newPasscodeProof(app, challenge, PASSCODE)));
        return handset;
    }

    /** Passcode, code, biometric key. */
    void turnOnBiometrics(Handset handset) {
        Http session = http.as(platform.session(handset.customer(), app));
        Phone phone = handset.phone();
        String id = prove(
                        session,
                        wanted("biometric-enrolment", phone.thumbprint(app)),
                        "/v1/biometric-enrolments",
                        challenge -> Map.of("proof", phone.biometricEnrolmentProof(app, challenge, handset.passcode())))
                .path("biometricEnrolmentId")
                .asText();
        String number = directory.find(handset.customer()).orElseThrow().mobileNumber();
        String flow = "/v1/biometric-enrolments/" + id;
        post(session, flow + "/otp", Map.of("code", sms.await(number))).expect(200);
        prove(
                session,
                wanted("biometric-key", phone.biometricThumbprint(app), id),
                flow + "/key",
                challenge -> Map.of("proof", phone.biometricKeyProof(app, challenge)));
    }

    private static Map<String, String> wanted(String purpose, String key) {
        return Map.of("purpose", purpose, "keyThumbprint", key);
    }

    private static Map<String, String> wanted(String purpose, String key, String flow) {
        return Map.of("purpose", purpose, "keyThumbprint", key, "flowId", flow);
    }

    /** A step with a proof of its own; told to come again later, the app does, with a proof over another challenge. */
    private JsonNode prove(
            Http session, Map<String, String> wanted, String path, Function<String, Map<String, ?>> body) {
        for (int tried = 1; ; tried++) {
            String challenge = post(session, "/v1/challenges", wanted)
                    .expect(201)
                    .json()
                    .path("challenge")
                    .asText();
            Http.Answer answer = post(session, path, body.apply(challenge));
            if (answer.status() != UNAVAILABLE || tried == tries) {
                return answer.expect(201).json();
            }
            Figures.pass(Duration.ofSeconds(1));
        }
    }

    private Http.Answer post(Http session, String path, Map<String, ?> body) {
        return session.post(enrolment, path, Json.text(body));
    }
}

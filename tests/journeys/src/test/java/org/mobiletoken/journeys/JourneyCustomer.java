package org.mobiletoken.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.CustomerSession;
import org.mobiletoken.bank.Phone;
import org.mobiletoken.bank.SmsInbox;
import org.mobiletoken.bank.directory.Customer;
import org.mobiletoken.bank.directory.CustomerDirectory;

/** A customer nobody else in the run is, with a phone that has both apps. */
final class JourneyCustomer {
    static final String PASSCODE = "483920";
    static final String WRONG_PASSCODE = "594031";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Platform platform;
    private final Customer known;
    private final SmsInbox inbox;
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private Phone phone;

    JourneyCustomer(Platform platform) {
        this.platform = platform;
        this.known =
                new CustomerDirectory().find("load-" + NEXT.getAndIncrement()).orElseThrow();
        this.inbox = new SmsInbox(platform.endpoints());
        this.phone = newPhone("Pixel 12");
    }

    String id() {
        return known.id();
    }

    String number() {
        return known.mobileNumber();
    }

    Phone phone() {
        return phone;
    }

    /** From here on the customer holds another device. */
    void takeNewPhone(String name) {
        phone = newPhone(name);
    }

    CustomerSession session(String app) {
        return platform.gateway(app).logIn(id(), "demo");
    }

    List<SmsInbox.Message> messagesSince(Instant instant) {
        return inbox.newerThan(number(), instant);
    }

    String awaitCode(Instant since) {
        String code = inbox.awaitCode(number(), since).code();
        codes.add(code);
        return code;
    }

    /** What nobody may find in any output: passcodes, codes received so far, identity card and phone number. */
    Set<String> secrets() {
        Set<String> secrets = new HashSet<>(codes);
        secrets.addAll(List.of(
                PASSCODE, WRONG_PASSCODE, known.hkid().characters(), number(), number().substring("+852".length())));
        return secrets;
    }

    SmsInbox.Message awaitNotice(Instant since) {
        return inbox.awaitNotice(number(), since);
    }

    /** The whole enabling; the token view. */
    Answer enable(String app) {
        return enable(app, false);
    }

    Answer enable(String app, boolean replaceDevice) {
        CustomerSession session = session(app);
        Answer opened = openEnrolment(session, replaceDevice, null).expect(201);
        String enrolmentId = opened.text("enrolmentId");
        Instant before = SmsInbox.now();
        session.checkIdentity(enrolmentId, hkidCharacters(opened)).expect(200);
        session.enterCode(enrolmentId, awaitCode(before)).expect(200);
        return session.setPasscode(enrolmentId, newPasscodeProof(session, enrolmentId))
                .expect(201);
    }

    Answer openEnrolment(CustomerSession session, boolean replaceDevice, @Nullable String otherAppKey) {
        String challenge = session.challenge("enrolment", phone.thumbprint(session.app()), null);
        String proof = phone.enrolmentProof(session.app(), challenge);
        return session.startEnrolment(proof, phone.name(), replaceDevice, otherAppKey);
    }

    String newPasscodeProof(CustomerSession session, String enrolmentId) {
        String challenge = session.challenge("passcode", phone.thumbprint(session.app()), enrolmentId);
        return phone.newPasscodeProof(session.app(), challenge, PASSCODE);
    }

    List<String> hkidCharacters(Answer opened) {
        List<Integer> positions = new ArrayList<>();
        opened.list("hkidPositions").forEach(position -> positions.add(position.asInt()));
        return known.hkid().at(positions);
    }

    /** Passcode, code, key: biometric login is on afterwards. */
    Answer turnOnBiometrics(String app) {
        CustomerSession session = session(app);
        Instant before = SmsInbox.now();
        String challenge = session.challenge("biometric-enrolment", phone.thumbprint(app), null);
        String flow = session.startBiometrics(phone.biometricEnrolmentProof(app, challenge, PASSCODE))
                .expect(201)
                .text("biometricEnrolmentId");
        session.enterBiometricCode(flow, awaitCode(before)).expect(200);
        String keyChallenge = session.challenge("biometric-key", phone.biometricThumbprint(app), flow);
        return session.registerBiometricKey(flow, phone.biometricKeyProof(app, keyChallenge))
                .expect(201);
    }

    Answer logIn(String app, String passcode) {
        return platform.gateway(app).verify(passcodeProof(app, passcode));
    }

    String passcodeProof(String app, String passcode) {
        String challenge = platform.gateway(app).challenge("login", phone.thumbprint(app));
        return phone.passcodeLoginProof(app, challenge, passcode);
    }

    Answer logInByBiometrics(String app) {
        String challenge = platform.gateway(app).challenge("login", phone.biometricThumbprint(app));
        return platform.gateway(app).verify(phone.biometricLoginProof(app, challenge));
    }

    /** Gives the target app the token of the source app, once that is offered; the answer of the synchronisation. */
    Answer synchronise(String sourceApp, String targetApp) {
        CustomerSession target = session(targetApp);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> target.syncOffer(phone.thumbprint(sourceApp)),
                        offer -> offer.body().path("offered").asBoolean());
        return synchronise(target, sourceApp, PASSCODE);
    }

    Answer synchronise(CustomerSession target, String sourceApp, String passcode) {
        String termsVersion = target.syncOffer(phone.thumbprint(sourceApp))
                .body()
                .path("terms")
                .path("version")
                .textValue();
        String challenge = target.challenge("sync", phone.thumbprint(sourceApp), null);
        Answer answer = target.synchronise(
                sourceApp,
                phone.syncProof(sourceApp, target.app(), challenge, passcode),
                phone.syncTargetProof(target.app(), challenge),
                termsVersion,
                phone.name());
        return answer.status() == 202 ? outcome(target, answer.text("syncId")) : answer;
    }

    /** What an app does when the outcome takes longer, as after a crash of the service that applies it: it asks again. */
    private static Answer outcome(CustomerSession session, String syncId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(
                        () -> session.synchronisation(syncId),
                        answer -> !answer.text("state").equals("APPROVED"));
    }

    private Phone newPhone(String name) {
        return new Phone(name, platform.gateway(Platform.INVESTMENT).publishedKeys(), platform.clock());
    }
}

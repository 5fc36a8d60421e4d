package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.bank.directory.Customer;

/**
 * A customer with a phone, who goes through whole flows as the apps lead them. A flow returns the answer to its last step, whatever it is;
 * a step before it that is answered otherwise than well is an error.
 */
public final class Person {
    private static final Set<String> LOGIN_BY_ACCOUNT_WANTS_CODE = Set.of(Bank.INVESTMENT);
    private static final Duration SYNC_PATIENCE = Duration.ofSeconds(20);

    private final Bank bank;
    private final String user;
    private final String password;
    private final Phone phone;
    private final Narrator narrator;
    private final SmsInbox inbox;
    private final Map<String, CustomerSession> sessions = new ConcurrentHashMap<>();

    public Person(Bank bank, String user, String password, Phone phone, Narrator narrator) {
        this.bank = bank;
        this.user = user;
        this.password = password;
        this.phone = phone;
        this.narrator = narrator;
        this.inbox = bank.inbox();
    }

    public Phone phone() {
        return phone;
    }

    public Customer customer() {
        return bank.directory().find(session(Bank.MOBILE_BANKING).customerId()).orElseThrow();
    }

    /** The customer's session in the app: the one of the last login, or a new one by password only. */
    public CustomerSession session(String app) {
        return sessions.computeIfAbsent(app, name -> bank.gateway(name).logIn(user, password));
    }

    /** By account and password and, where the app wants it, a code. */
    public CustomerSession logInByAccount(String app) {
        Gateway gateway = bank.gateway(app);
        CustomerSession session = gateway.logIn(user, password);
        if (LOGIN_BY_ACCOUNT_WANTS_CODE.contains(app)) {
            Instant before = SmsInbox.now();
            Answer sent = gateway.sendLoginCode(
                            session.customerId(), UUID.randomUUID().toString())
                    .expect(201);
            told("account and password are right, send a code", sent);
            Answer checked = gateway.checkLoginCode(sent.text("otpId"), session.customerId(), code(before));
            told("the code from the SMS", checked.expect(200));
        }
        sessions.put(app, session);
        return session;
    }

    /** With new keys on the phone: identity card characters, code, passcode. */
    public Answer enable(String app, String passcode) {
        return enable(app, passcode, false, null);
    }

    public Answer enable(String app, String passcode, boolean replaceDevice, @Nullable String otherAppKey) {
        Answer opened = openEnrolment(app, replaceDevice, otherAppKey);
        if (opened.status() != 201) {
            return opened;
        }
        String id = opened.text("enrolmentId");
        List<Integer> positions = new ArrayList<>();
        opened.list("hkidPositions").forEach(position -> positions.add(position.asInt()));
        CustomerSession session = session(app);
        Instant before = SmsInbox.now();
        told(
                "three characters of the identity card",
                session.checkIdentity(id, customer().hkid().at(positions)).expect(200));
        told("the code from the SMS", session.enterCode(id, code(before)).expect(200));
        String challenge = session.challenge("passcode", phone.thumbprint(app), id);
        return told(
                "a passcode of one's own", session.setPasscode(id, phone.newPasscodeProof(app, challenge, passcode)));
    }

    /** The first step of enabling only. */
    public Answer openEnrolment(String app, boolean replaceDevice, @Nullable String otherAppKey) {
        phone.forgetKeys(app);
        CustomerSession session = session(app);
        String challenge = session.challenge("enrolment", phone.thumbprint(app), null);
        return told(
                "enable the mobile token, with a new device key",
                session.startEnrolment(phone.enrolmentProof(app, challenge), phone.name(), replaceDevice, otherAppKey));
    }

    /** Passcode, code, biometric key. */
    public Answer turnOnBiometrics(String app, String passcode) {
        CustomerSession session = session(app);
        Instant before = SmsInbox.now();
        String challenge = session.challenge("biometric-enrolment", phone.thumbprint(app), null);
        Answer opened = told(
                "turn on biometric login, with the passcode",
                session.startBiometrics(phone.biometricEnrolmentProof(app, challenge, passcode)));
        if (opened.status() != 201) {
            return opened;
        }
        String id = opened.text("biometricEnrolmentId");
        told(
                "the code from the SMS",
                session.enterBiometricCode(id, code(before)).expect(200));
        String keyChallenge = session.challenge("biometric-key", phone.biometricThumbprint(app), id);
        return told(
                "face or fingerprint: the biometric key",
                session.registerBiometricKey(id, phone.biometricKeyProof(app, keyChallenge)));
    }

    public Answer loginOptions(String app) {
        return told("what does the login screen offer?", bank.gateway(app).loginOptions(phone.thumbprint(app)));
    }

    public Answer logInByPasscode(String app, String passcode) {
        Gateway gateway = bank.gateway(app);
        String challenge = gateway.challenge("login", phone.thumbprint(app));
        return told("log in with a passcode", gateway.verify(phone.passcodeLoginProof(app, challenge, passcode)));
    }

    public Answer logInByBiometrics(String app) {
        Gateway gateway = bank.gateway(app);
        String challenge = gateway.challenge("login", phone.biometricThumbprint(app));
        return told("log in with face or fingerprint", gateway.verify(phone.biometricLoginProof(app, challenge)));
    }

    /** Waits for the offer, accepts the terms that it names, if any, and waits for the outcome. */
    public Answer synchronise(String sourceApp, String targetApp, String passcode) {
        JsonNode terms = Waiting.until(
                        "Nothing was offered",
                        SYNC_PATIENCE,
                        () -> Optional.of(session(targetApp).syncOffer(phone.thumbprint(sourceApp)))
                                .filter(offer ->
                                        offer.expect(200).body().path("offered").asBoolean()))
                .body()
                .path("terms");
        return synchronise(sourceApp, targetApp, passcode, terms.path("version").textValue());
    }

    public Answer synchronise(String sourceApp, String targetApp, String passcode, @Nullable String termsVersion) {
        phone.forgetKeys(targetApp);
        CustomerSession session = session(targetApp);
        String challenge = session.challenge("sync", phone.thumbprint(sourceApp), null);
        Answer answer = session.synchronise(
                sourceApp,
                phone.syncProof(sourceApp, targetApp, challenge, passcode),
                phone.syncTargetProof(targetApp, challenge),
                termsVersion,
                phone.name());
        told("synchronise, with the passcode" + (termsVersion == null ? "" : " and the terms agreed to"), answer);
        if (answer.status() != 200 && answer.status() != 202) {
            return answer;
        }
        String syncId = answer.text("syncId");
        return Waiting.until("The synchronisation did not end", SYNC_PATIENCE, () -> {
            Answer now = session.synchronisation(syncId).expect(200);
            return Optional.of(now).filter(seen -> !seen.text("state").equals("APPROVED"));
        });
    }

    public Answer token(String app) {
        return told("how does the token stand?", session(app).token());
    }

    public Answer disable(String app) {
        return told("disable the mobile token", session(app).disableToken());
    }

    private Answer told(String what, Answer answer) {
        narrator.tell(what, answer);
        return answer;
    }

    private String code(Instant newerThan) {
        return inbox.awaitCode(customer().mobileNumber(), newerThan).code();
    }
}

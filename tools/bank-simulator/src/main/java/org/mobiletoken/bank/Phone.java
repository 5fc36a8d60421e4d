package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.PasscodeEncryption;
import org.mobiletoken.device.Proof;

/** A phone with the bank's apps on it: each app has its keys, and the apps know each other's thumbprints. */
public final class Phone {
    private final String name;
    private final PasscodeEncryption encryption;
    private final Clock clock;
    private final Map<String, DeviceKey> deviceKeys = new ConcurrentHashMap<>();
    private final Map<String, DeviceKey> biometricKeys = new ConcurrentHashMap<>();

    public Phone(String name, JsonNode publishedKeys, Clock clock) {
        this.name = name;
        this.encryption = PasscodeEncryption.of(publishedKeys.toString());
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    /** The thumbprint of the app's device key. */
    public String thumbprint(String app) {
        return deviceKey(app).thumbprint();
    }

    public String biometricThumbprint(String app) {
        return biometricKey(app).thumbprint();
    }

    /** The public half of the app's device key as a JWK in JSON. */
    public String publicKey(String app) {
        return deviceKey(app).publicJwk();
    }

    public String biometricPublicKey(String app) {
        return biometricKey(app).publicJwk();
    }

    /** Forgets the app's keys, as after a reinstallation: the next proof is signed by new ones. */
    public void forgetKeys(String app) {
        deviceKeys.remove(app);
        biometricKeys.remove(app);
    }

    public String enrolmentProof(String app, String challenge) {
        return by(deviceKey(app), "enrolment", challenge).introducingKey().sign();
    }

    public String newPasscodeProof(String app, String challenge, String passcode) {
        return withPasscode(by(deviceKey(app), "passcode", challenge), passcode);
    }

    public String passcodeLoginProof(String app, String challenge, String passcode) {
        return withPasscode(by(deviceKey(app), "login", challenge), passcode);
    }

    public String biometricLoginProof(String app, String challenge) {
        return by(biometricKey(app), "login", challenge).sign();
    }

    /** Signed by the source app's key, over the name and key of the app that shall follow it. */
    public String syncProof(String sourceApp, String targetApp, String challenge, String passcode) {
        return withPasscode(
                by(deviceKey(sourceApp), "sync", challenge).approvingSynchronisation(targetApp, thumbprint(targetApp)),
                passcode);
    }

    /** The target app's proof that it holds its key, over the same challenge. */
    public String syncTargetProof(String targetApp, String challenge) {
        return by(deviceKey(targetApp), "sync-target", challenge)
                .introducingKey()
                .sign();
    }

    public String biometricEnrolmentProof(String app, String challenge, String passcode) {
        return withPasscode(by(deviceKey(app), "biometric-enrolment", challenge), passcode);
    }

    public String biometricKeyProof(String app, String challenge) {
        return by(biometricKey(app), "biometric-key", challenge)
                .introducingKey()
                .sign();
    }

    /** Approves a transaction with the passcode. */
    public String authorisationProof(String app, String challenge, Transaction transaction, String passcode) {
        return withPasscode(
                by(deviceKey(app), "authorisation", challenge).approving(transaction.detailsHash()), passcode);
    }

    private DeviceKey deviceKey(String app) {
        return deviceKeys.computeIfAbsent(app, first -> DeviceKey.generate());
    }

    private DeviceKey biometricKey(String app) {
        return biometricKeys.computeIfAbsent(app, first -> DeviceKey.generate());
    }

    private Proof by(DeviceKey key, String purpose, String challenge) {
        return Proof.of(key, purpose, challenge, clock.instant());
    }

    private String withPasscode(Proof proof, String passcode) {
        return proof.withPasscode(encryption.encrypt(passcode, proof.challenge()))
                .sign();
    }
}

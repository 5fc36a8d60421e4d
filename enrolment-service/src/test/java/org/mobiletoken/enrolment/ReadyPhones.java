package org.mobiletoken.enrolment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.enrolment.passcodes.Passcodes;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.Credential;
import org.mobiletoken.enrolment.rules.CredentialId;
import org.mobiletoken.enrolment.rules.Passcode;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenId;

/** Puts phones with an enabled token straight into the store. */
@Singleton
class ReadyPhones {
    static final String PASSCODE = "483920";

    private final Customers customers;
    private final Credentials credentials;
    private final Tokens tokens;
    private final Passcodes passcodes;
    private final AppPolicies policies;
    private final Clock clock;

    ReadyPhones(
            Customers customers,
            Credentials credentials,
            Tokens tokens,
            Passcodes passcodes,
            AppPolicies policies,
            Clock clock) {
        this.customers = customers;
        this.credentials = credentials;
        this.tokens = tokens;
        this.passcodes = passcodes;
        this.policies = policies;
        this.clock = clock;
    }

    /** A new customer whose token of this app was enabled a day ago. */
    @Transactional
    ReadyPhone of(String app) {
        return enable(UUID.randomUUID().toString(), app, clock.instant().minusSeconds(86_400));
    }

    /** A new customer whose token of this app was enabled just now. */
    @Transactional
    ReadyPhone justEnabled(String app) {
        return enable(UUID.randomUUID().toString(), app, clock.instant());
    }

    /** Disables as the customer would. */
    @Transactional
    void disable(ReadyPhone phone) {
        customers.lock(phone.customerId());
        credentials.end(phone.customerId(), phone.token().credential(), clock.instant());
    }

    @Transactional
    Optional<Token> live(ReadyPhone phone) {
        return tokens.live(phone.customerId(), phone.app());
    }

    private ReadyPhone enable(String customerId, String app, Instant enabledAt) {
        DeviceKey key = DeviceKey.generate();
        customers.lock(customerId);
        Credential credential = new Credential(
                CredentialId.random(), customerId, passcodes.verifier(new Passcode(PASSCODE)), enabledAt, null);
        credentials.add(credential);
        Token token = new Token(
                TokenId.random(),
                customerId,
                credential.id(),
                app,
                new PublicJwk(key.publicJwk(), key.thumbprint()),
                "Pixel 12",
                null,
                enabledAt,
                policies.of(app).orElseThrow().effectiveAt(enabledAt));
        tokens.add(token);
        return new ReadyPhone(key, token, PASSCODE);
    }
}

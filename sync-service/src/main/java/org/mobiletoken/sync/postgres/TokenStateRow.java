package org.mobiletoken.sync.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.sync.rules.TokenState;

/** The token of one app, as told by its owner. */
@Entity
@Table(name = "token_state")
@IdClass(TokenStateRow.Key.class)
class TokenStateRow {
    record Key(String customerId, String app) {}

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "app")
    String app;

    @Column(name = "token_id")
    UUID tokenId;

    @Column(name = "credential_id")
    UUID credentialId;

    @Column(name = "key_thumbprint")
    String keyThumbprint;

    @Column(name = "enabled")
    boolean enabled;

    @Column(name = "effective_at")
    Instant effectiveAt;

    @Column(name = "biometric")
    boolean biometric;

    @Column(name = "version")
    long version;

    void set(TokenState state) {
        tokenId = state.tokenId();
        credentialId = state.credentialId();
        keyThumbprint = state.keyThumbprint();
        enabled = state.enabled();
        effectiveAt = state.effectiveAt();
        biometric = state.biometric();
        version = state.version();
    }

    TokenState state() {
        return new TokenState(app, tokenId, credentialId, keyThumbprint, enabled, effectiveAt, biometric, version);
    }
}

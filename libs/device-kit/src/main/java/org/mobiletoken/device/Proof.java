package org.mobiletoken.device;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a phone signs to show that it holds a key, for one purpose and one challenge: {@link #sign()} gives a compact JWS. */
public record Proof(
        DeviceKey key,
        String purpose,
        String challenge,
        Instant issuedAt,
        @Nullable Object subject,
        @Nullable String encryptedPasscode,
        boolean introducesKey) {

    public static final String TYPE = "mobile-token-proof+jwt";
    public static final String AUDIENCE = "mobile-token";

    public static Proof of(DeviceKey key, String purpose, String challenge, Instant issuedAt) {
        return new Proof(key, purpose, challenge, issuedAt, null, null, false);
    }

    /** Approves the details of a transaction by their {@link DetailsHash}. */
    public Proof approving(String detailsHash) {
        return new Proof(key, purpose, challenge, issuedAt, detailsHash, encryptedPasscode, introducesKey);
    }

    /** Approves that the named app with the named key gets this token's setting. */
    public Proof approvingSynchronisation(String targetApp, String targetKeyThumbprint) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("targetApp", targetApp);
        target.put("targetKey", targetKeyThumbprint);
        return new Proof(key, purpose, challenge, issuedAt, target, encryptedPasscode, introducesKey);
    }

    /** Carries a passcode that {@link PasscodeEncryption} encrypted for this same challenge. */
    public Proof withPasscode(String compactJwe) {
        return new Proof(key, purpose, challenge, issuedAt, subject, compactJwe, introducesKey);
    }

    /** Embeds the public key, which the service does not know yet. */
    public Proof introducingKey() {
        return new Proof(key, purpose, challenge, issuedAt, subject, encryptedPasscode, true);
    }

    public String sign() {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TYPE))
                .keyID(key.thumbprint());
        if (introducesKey) {
            header.jwk(key.publicKey());
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", AUDIENCE);
        claims.put("purpose", purpose);
        claims.put("challenge", challenge);
        claims.put("iat", issuedAt.getEpochSecond());
        if (subject != null) {
            claims.put("subject", subject);
        }
        if (encryptedPasscode != null) {
            claims.put("passcode", encryptedPasscode);
        }
        return key.sign(header.build(), new Payload(claims));
    }
}

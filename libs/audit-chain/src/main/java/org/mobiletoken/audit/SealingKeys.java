package org.mobiletoken.audit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that seal and check seals, each a P-256 JWK with an id; a seal is written as a compact JWS by ES256. */
public final class SealingKeys {
    private final List<ECKey> keys;

    private SealingKeys(List<ECKey> keys) {
        this.keys = List.copyOf(keys);
        if (keys.stream().map(ECKey::getKeyID).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("Two sealing keys have the same id.");
        }
    }

    /**
     * Keys of settings. The first one seals and must be private; the others only check what they have sealed, for which their public
     * halves are enough.
     *
     * @throws IllegalArgumentException with a sentence that quotes no key
     */
    public static SealingKeys of(List<String> jwks) {
        SealingKeys all = new SealingKeys(jwks.stream().map(SealingKeys::key).toList());
        if (all.keys.isEmpty() || !all.keys.getFirst().isPrivate()) {
            throw new IllegalArgumentException("The first sealing key is no private one.");
        }
        return all;
    }

    /** Keys as a service publishes them, for whoever verifies. */
    public static SealingKeys published(String jwkSet) {
        try {
            return new SealingKeys(JWKSet.parse(jwkSet).getKeys().stream()
                    .map(key -> key(key.toJSONString()))
                    .toList());
        } catch (ParseException e) {
            throw new IllegalArgumentException("These are no keys: a JWK set is expected.");
        }
    }

    private static ECKey key(String text) {
        ECKey key;
        try {
            key = ECKey.parse(text);
        } catch (ParseException e) {
            // The cause is left out: it may quote the key.
            throw new IllegalArgumentException("A sealing key is no elliptic-curve JWK.");
        }
        if (!Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
            throw new IllegalArgumentException("A sealing key is no P-256 JWK with an id.");
        }
        return key;
    }

    public List<String> ids() {
        return keys.stream().map(ECKey::getKeyID).toList();
    }

    /** The public halves as a JWK set in JSON; the one that seals comes first. */
    public String published() {
        return new JWKSet(keys.stream()
                        .map(ECKey::toPublicJWK)
                        .map(JWK.class::cast)
                        .toList())
                .toString(true);
    }

    public String seal(Seal seal) {
        ECKey key = keys.getFirst();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("service", seal.service());
        claims.put("position", seal.position());
        claims.put("hash", seal.hash());
        claims.put("sealedAt", seal.sealedAt().toString());
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), new Payload(claims));
        try {
            jws.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The sealing key cannot sign", e);
        }
        return jws.serialize();
    }

    /** What was sealed; nothing unless one of these keys signed it. */
    public Optional<Seal> read(String written) {
        try {
            JWSObject jws = JWSObject.parse(written);
            Optional<ECKey> key = keys.stream()
                    .filter(each -> each.getKeyID().equals(jws.getHeader().getKeyID()))
                    .findFirst();
            if (key.isEmpty()
                    || !JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    || !jws.verify(new ECDSAVerifier(key.get()))) {
                return Optional.empty();
            }
            return seal(jws.getPayload().toJSONObject());
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static Optional<Seal> seal(Map<String, Object> claims) {
        return claims.get("service") instanceof String service
                        && claims.get("position") instanceof Number position
                        && claims.get("hash") instanceof String hash
                        && claims.get("sealedAt") instanceof String sealedAt
                ? Optional.of(new Seal(service, position.longValue(), hash, Instant.parse(sealedAt)))
                : Optional.empty();
    }
}

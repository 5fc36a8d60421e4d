package org.mobiletoken.enrolment.proofs;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The service's signing and encryption keys, and the public halves that it publishes; start-up fails on a key that is unfit. */
@Startup
@ApplicationScoped
public class ServerKeys {
    /** Keys whose id starts so are published in the source code and refused in production. */
    static final String DEVELOPMENT_PREFIX = "development-only";

    private final List<ECKey> signing;
    private final List<ECKey> encryption;

    @Inject
    ServerKeys(KeySettings settings) {
        this(settings, ConfigUtils.getProfiles().contains("prod"));
    }

    ServerKeys(KeySettings settings, boolean production) {
        this.signing = keys(settings.signing(), KeyUse.SIGNATURE, JWSAlgorithm.ES256, production);
        this.encryption = keys(settings.encryption(), KeyUse.ENCRYPTION, JWEAlgorithm.ECDH_ES, production);
        long ids = all().map(JWK::getKeyID).distinct().count();
        if (ids != signing.size() + encryption.size()) {
            throw new IllegalStateException("Two keys in mobile-token.keys have the same id.");
        }
    }

    /** The key that signs from now on. */
    public ECKey signingKey() {
        return signing.getFirst();
    }

    public Optional<ECKey> encryptionKey(String id) {
        return encryption.stream().filter(key -> key.getKeyID().equals(id)).findFirst();
    }

    /** The public halves as a JWK set in JSON; of each use the one to take comes first. */
    public String published() {
        return new JWKSet(all().map(ECKey::toPublicJWK).map(JWK.class::cast).toList()).toString(true);
    }

    private Stream<ECKey> all() {
        return Stream.concat(signing.stream(), encryption.stream());
    }

    private static List<ECKey> keys(List<String> texts, KeyUse use, Algorithm algorithm, boolean production) {
        return texts.stream().map(text -> key(text, use, algorithm, production)).toList();
    }

    private static ECKey key(String text, KeyUse use, Algorithm algorithm, boolean production) {
        ECKey key;
        try {
            key = ECKey.parse(text);
        } catch (ParseException e) {
            // The cause is left out: it may quote the key.
            throw new IllegalStateException("A key in mobile-token.keys is no elliptic-curve JWK.");
        }
        if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
            throw new IllegalStateException("A key in mobile-token.keys is no private P-256 JWK with an id.");
        }
        if (production && Objects.requireNonNull(key.getKeyID()).startsWith(DEVELOPMENT_PREFIX)) {
            throw new IllegalStateException(
                    "mobile-token.keys holds the development key " + key.getKeyID() + "; production needs its own.");
        }
        return new ECKey.Builder(key).keyUse(use).algorithm(algorithm).build();
    }
}

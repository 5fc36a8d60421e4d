package org.mobiletoken.enrolment.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.Settings;
import org.mobiletoken.enrolment.rules.AssertionClaims;
import org.mobiletoken.enrolment.rules.SigningFactor;

/** The steps of docs/operations/rotation.md for the signing key and the key that passcodes are encrypted to. */
class RotatedKeysTest {
    private final String oldSigning = key("sig-1");
    private final String newSigning = key("sig-2");
    private final String oldEncryption = key("enc-1");
    private final String newEncryption = key("enc-2");

    private final ServerKeys before = keys(List.of(oldSigning), List.of(oldEncryption));
    private final ServerKeys added = keys(List.of(oldSigning, newSigning), List.of(oldEncryption, newEncryption));
    private final ServerKeys switched = keys(List.of(newSigning, oldSigning), List.of(newEncryption, oldEncryption));
    private final ServerKeys retired = keys(List.of(newSigning), List.of(newEncryption));

    @Test
    void an_assertion_stays_verifiable_by_what_any_replica_publishes_until_its_key_is_retired() throws Exception {
        String early = new Assertions(before).sign(claims());
        assertThat(verifies(added, early)).isTrue();
        assertThat(verifies(switched, early))
                .as("an old assertion after the rotation")
                .isTrue();

        String late = new Assertions(switched).sign(claims());
        assertThat(JWSObject.parse(late).getHeader().getKeyID()).isEqualTo("sig-2");
        assertThat(verifies(added, late))
                .as("by a gateway that read the keys before the switch")
                .isTrue();
        assertThat(verifies(retired, late)).isTrue();
        assertThat(verifies(retired, early)).isFalse();
    }

    @Test
    void a_passcode_encrypted_to_either_key_is_opened_at_every_step_until_the_old_key_is_retired() {
        assertThat(List.of(before, added, switched))
                .allMatch(each -> each.encryptionKey("enc-1").isPresent());
        assertThat(List.of(added, switched, retired))
                .allMatch(each -> each.encryptionKey("enc-2").isPresent());
        assertThat(firstPublished(added)).as("phones take the first").isEqualTo("enc-1");
        assertThat(firstPublished(switched)).isEqualTo("enc-2");
    }

    private static String firstPublished(ServerKeys keys) {
        try {
            return JWKSet.parse(keys.published()).getKeys().stream()
                    .filter(key -> key.getKeyUse().identifier().equals("enc"))
                    .findFirst()
                    .orElseThrow()
                    .getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verifies(ServerKeys keys, String assertion) throws ParseException, JOSEException {
        JWSObject jws = JWSObject.parse(assertion);
        var key = JWKSet.parse(keys.published()).getKeyByKeyId(jws.getHeader().getKeyID());
        return key != null && jws.verify(new ECDSAVerifier(key.toECKey()));
    }

    private static AssertionClaims claims() {
        return new AssertionClaims(
                "https://token.bank.example",
                "investment-gateway",
                "a-customer",
                "investment",
                UUID.randomUUID(),
                SigningFactor.DEVICE_KEY,
                UUID.randomUUID(),
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    private static String key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerKeys keys(List<String> signing, List<String> encryption) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < signing.size(); i++) {
            properties.put("mobile-token.keys.signing[" + i + "]", signing.get(i));
            properties.put("mobile-token.keys.encryption[" + i + "]", encryption.get(i));
        }
        return new ServerKeys(Settings.of(KeySettings.class, properties), true);
    }
}

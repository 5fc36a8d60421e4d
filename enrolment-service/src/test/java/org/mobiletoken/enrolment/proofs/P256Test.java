package org.mobiletoken.enrolment.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;

class P256Test {
    @Test
    void on_linux_the_native_provider_is_used() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));

        assertThat(P256.PROVIDER.getName()).isEqualTo("AmazonCorrettoCryptoProvider");
    }

    @Test
    void what_it_signs_the_platform_verifies_and_the_other_way_round() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        JWSObject own = jws("own");
        JWSObject platforms = jws("the platform's");

        own.sign(P256.signer(key));
        platforms.sign(new ECDSASigner(key));

        assertThat(own.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        assertThat(platforms.verify(P256.verifier(key))).isTrue();
    }

    @Test
    void another_keys_signature_and_a_changed_text_are_refused() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        JWSObject jws = jws("signed");
        jws.sign(P256.signer(key));
        String[] parts = jws.serialize().split("\\.");

        assertThat(jws.verify(P256.verifier(new ECKeyGenerator(Curve.P_256).generate())))
                .isFalse();
        assertThat(JWSObject.parse(parts[0] + "." + new Payload("changed").toBase64URL() + "." + parts[2])
                        .verify(P256.verifier(key)))
                .isFalse();
    }

    @Test
    void what_is_encrypted_for_a_key_only_that_key_opens() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        var header = new JWEHeader(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM);
        var jwe = new JWEObject(header, new Payload("secret"));
        jwe.encrypt(new ECDHEncrypter(key));

        JWEObject arrived = JWEObject.parse(jwe.serialize());
        assertThatThrownBy(() -> arrived.decrypt(P256.decrypter(new ECKeyGenerator(Curve.P_256).generate())))
                .isInstanceOf(JOSEException.class);
        arrived.decrypt(P256.decrypter(key));
        assertThat(arrived.getPayload()).hasToString("secret");
    }

    private static JWSObject jws(String text) {
        return new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(text));
    }
}

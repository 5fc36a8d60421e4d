package org.mobiletoken.enrolment.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;

class Es256Test {
    @Test
    void on_linux_the_native_provider_is_used() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));

        assertThat(Es256.PROVIDER.getName()).isEqualTo("AmazonCorrettoCryptoProvider");
    }

    @Test
    void what_it_signs_the_platform_verifies_and_the_other_way_round() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        JWSObject own = jws("own");
        JWSObject platforms = jws("the platform's");

        own.sign(Es256.signer(key));
        platforms.sign(new ECDSASigner(key));

        assertThat(own.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        assertThat(platforms.verify(Es256.verifier(key))).isTrue();
    }

    @Test
    void another_keys_signature_and_a_changed_text_are_refused() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        JWSObject jws = jws("signed");
        jws.sign(Es256.signer(key));
        String[] parts = jws.serialize().split("\\.");

        assertThat(jws.verify(Es256.verifier(new ECKeyGenerator(Curve.P_256).generate())))
                .isFalse();
        assertThat(JWSObject.parse(parts[0] + "." + new Payload("changed").toBase64URL() + "." + parts[2])
                        .verify(Es256.verifier(key)))
                .isFalse();
    }

    private static JWSObject jws(String text) {
        return new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(text));
    }
}

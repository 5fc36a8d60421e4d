package org.mobiletoken.enrolment.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.Settings;

class ServerKeysTest {

    @Test
    void the_public_halves_are_published_with_the_key_in_use_first() throws Exception {
        ServerKeys keys = new ServerKeys(
                settings(List.of(key("sig-2"), key("sig-1")), List.of(key("enc-2"), key("enc-1"))), true);

        JWKSet published = JWKSet.parse(keys.published());
        assertThat(published.getKeys()).extracting(JWK::getKeyID).containsExactly("sig-2", "sig-1", "enc-2", "enc-1");
        assertThat(published.getKeys())
                .extracting(key -> key.getKeyUse().identifier())
                .containsExactly("sig", "sig", "enc", "enc");
        assertThat(published.getKeys()).noneMatch(JWK::isPrivate);
        assertThat(keys.signingKey().getKeyID()).isEqualTo("sig-2");
    }

    @Test
    void a_key_that_is_being_retired_still_opens_passcodes() throws Exception {
        ServerKeys keys = new ServerKeys(settings(List.of(key("sig-1")), List.of(key("enc-2"), key("enc-1"))), true);

        assertThat(keys.encryptionKey("enc-1")).isPresent();
        assertThat(keys.encryptionKey("enc-0")).isEmpty();
    }

    @Test
    void production_refuses_development_keys_and_a_demonstration_does_not() throws Exception {
        KeySettings settings = settings(List.of(key("development-only-sig-1")), List.of(key("enc-1")));

        assertThatThrownBy(() -> new ServerKeys(settings, true))
                .hasMessageContaining("development key development-only-sig-1");
        assertThat(new ServerKeys(settings, false).signingKey().getKeyID()).isEqualTo("development-only-sig-1");
    }

    @Test
    void keys_that_are_unfit_stop_the_start_up_without_being_shown() throws Exception {
        String publicOnly = JWK.parse(key("sig-1")).toPublicJWK().toJSONString();
        String otherCurve =
                new ECKeyGenerator(Curve.P_384).keyID("sig-1").generate().toJSONString();
        for (String unfit : new String[] {publicOnly, otherCurve, "no JWK", key(null)}) {
            assertThatThrownBy(() -> new ServerKeys(settings(List.of(unfit), List.of(key("enc-1"))), false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("\"d\"")
                    .hasNoCause();
        }
    }

    @Test
    void an_id_names_one_key() throws Exception {
        KeySettings settings = settings(List.of(key("one")), List.of(key("one")));

        assertThatThrownBy(() -> new ServerKeys(settings, false)).hasMessageContaining("the same id");
    }

    private static String key(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
    }

    private static KeySettings settings(List<String> signing, List<String> encryption) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < signing.size(); i++) {
            properties.put("mobile-token.keys.signing[" + i + "]", signing.get(i));
        }
        for (int i = 0; i < encryption.size(); i++) {
            properties.put("mobile-token.keys.encryption[" + i + "]", encryption.get(i));
        }
        return Settings.of(KeySettings.class, properties);
    }
}

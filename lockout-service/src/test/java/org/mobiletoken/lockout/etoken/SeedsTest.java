package org.mobiletoken.lockout.etoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.lockout.rules.ETokenId;

class SeedsTest {

    private static final String OLD_KEY = key("GiAMlNph2EqfeEdEqy9f1zl2t96cPQ0H2oLmdGON08FqTw==", 79499541);
    private static final String NEW_KEY = key("GiDreUcB3fK19JIeCRQuR/8vcA3eM3nrjchKsxUdez6zPA==", 1488593126);
    private static final ETokenId TOKEN = new ETokenId("oath.ACME", "A-1");
    private static final SecretKey SEED =
            new SecretKeySpec("12345678901234567890".getBytes(StandardCharsets.US_ASCII), "RAW");

    private static String key(String value, long id) {
        return """
                {"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"%s",\
                "keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}""".formatted(value, id);
    }

    private static Seeds seeds(long primary, String... keys) throws GeneralSecurityException {
        return new Seeds("{\"primaryKeyId\":%d,\"key\":[%s]}".formatted(primary, String.join(",", keys)));
    }

    @Test
    void a_seed_is_stored_encrypted_and_differently_every_time() throws GeneralSecurityException {
        var seeds = seeds(79499541, OLD_KEY);
        var encrypted = seeds.encrypt(TOKEN, SEED);
        assertThat(new String(Base64.getDecoder().decode(encrypted), StandardCharsets.ISO_8859_1))
                .doesNotContain("12345678901234567890");
        assertThat(seeds.encrypt(TOKEN, SEED)).isNotEqualTo(encrypted);
        assertThat(seeds.decrypt(TOKEN, encrypted).getEncoded()).isEqualTo(SEED.getEncoded());
    }

    @Test
    void a_seed_opens_for_no_other_e_token() throws GeneralSecurityException {
        var seeds = seeds(79499541, OLD_KEY);
        var encrypted = seeds.encrypt(TOKEN, SEED);
        assertThatThrownBy(() -> seeds.decrypt(new ETokenId("oath.ACME", "A-2"), encrypted))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> seeds.decrypt(new ETokenId("oath.OTHER", "A-1"), encrypted))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_rotated_keyset_opens_what_an_older_key_encrypted_until_that_key_is_gone() throws GeneralSecurityException {
        var old = seeds(79499541, OLD_KEY).encrypt(TOKEN, SEED);
        var rotated = seeds(1488593126, OLD_KEY, NEW_KEY);
        assertThat(rotated.decrypt(TOKEN, old).getEncoded()).isEqualTo(SEED.getEncoded());
        var fresh = rotated.encrypt(TOKEN, SEED);
        var onlyNew = seeds(1488593126, NEW_KEY);
        assertThat(onlyNew.decrypt(TOKEN, fresh).getEncoded()).isEqualTo(SEED.getEncoded());
        assertThatThrownBy(() -> onlyNew.decrypt(TOKEN, old)).isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "{}", "{\"primaryKeyId\":1,\"key\":[]}", "development-only {}"})
    void what_is_no_keyset_is_recognised(String keyset) {
        assertThat(Seeds.isKeyset(keyset)).isFalse();
    }
}

package org.mobiletoken.tokenctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.tokenctl.FakePlatform.Result;

class KeysTest {
    private static final byte[] CONTENT = "a seed".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = "its row".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private FakePlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void a_jwk_is_a_private_p_256_key_with_its_id_on_one_line() throws Exception {
        String printed = made("keys", "jwk", "--id", "sig-2");

        ECKey key = ECKey.parse(printed);
        assertThat(printed).doesNotContain("\n");
        assertThat(key.isPrivate()).isTrue();
        assertThat(key.getKeyID()).isEqualTo("sig-2");
        assertThat(made("keys", "jwk", "--id", "sig-2")).isNotEqualTo(printed);

        String open = made("keys", "public", file(printed));
        assertThat(ECKey.parse(open).isPrivate()).isFalse();
        assertThat(ECKey.parse(open)).isEqualTo(key.toPublicJWK());
    }

    @Test
    void a_keyset_is_rotated_in_three_steps_of_which_each_opens_what_the_one_before_encrypted() throws Exception {
        String first = made("keys", "keyset-new");
        String added = made("keys", "keyset-add", file(first));
        String promoted = made("keys", "keyset-promote", file(added));
        String retired = made("keys", "keyset-retire", file(promoted));

        assertThat(aead(first).decrypt(aead(added).encrypt(CONTENT, PLACE), PLACE))
                .isEqualTo(CONTENT);
        assertThat(aead(added).decrypt(aead(promoted).encrypt(CONTENT, PLACE), PLACE))
                .isEqualTo(CONTENT);
        assertThat(aead(promoted).decrypt(aead(first).encrypt(CONTENT, PLACE), PLACE))
                .isEqualTo(CONTENT);
        assertThat(aead(retired).decrypt(aead(promoted).encrypt(CONTENT, PLACE), PLACE))
                .isEqualTo(CONTENT);
        assertThat(handle(added).size()).isEqualTo(2);
        assertThat(handle(retired).size()).isEqualTo(1);
        assertThat(handle(retired).getPrimary().getId())
                .isNotEqualTo(handle(first).getPrimary().getId());
    }

    @Test
    void a_file_that_is_none_is_said_so_without_being_quoted() throws IOException {
        Result result = platform.run("keys", "keyset-add", file("a-secret"));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("The file holds no key of this kind.").doesNotContain("a-secret");
        assertThat(platform.run("keys", "public", folder.resolve("absent").toString())
                        .err())
                .contains("The file cannot be read.");
    }

    private String made(String... command) {
        Result result = platform.run(command);
        assertThat(result.status()).as(result.err()).isZero();
        return result.out().strip();
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content).toString();
    }

    private static KeysetHandle handle(String keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private static Aead aead(String keyset) throws GeneralSecurityException {
        return handle(keyset).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}

package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.LoadETokens.Loaded;
import org.mobiletoken.lockout.etoken.PskcBatch;
import org.mobiletoken.lockout.etoken.PskcFile;
import org.mobiletoken.lockout.etoken.PskcKey;
import org.mobiletoken.lockout.etoken.PskcRefused;
import org.mobiletoken.lockout.postgres.ETokens;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class LoadingETokensTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER_SEED = "09876543210987654321".getBytes(StandardCharsets.US_ASCII);

    private final LoadETokens loadETokens;
    private final ETokens eTokens;
    private final String first = ETokenClient.newSerial();
    private final String second = ETokenClient.newSerial();

    LoadingETokensTest(LoadETokens loadETokens, ETokens eTokens) {
        this.loadETokens = loadETokens;
        this.eTokens = eTokens;
    }

    private static List<PskcKey> batch(PskcFile file) throws Exception {
        return PskcBatch.read(PskcFile.stream(file.xml()), PskcFile.KEY);
    }

    @Test
    void a_batch_is_loaded_once_however_often_it_is_loaded() throws Exception {
        var batch = batch(new PskcFile().counting(first, SEED).counting(second, OTHER_SEED));
        assertThat(loadETokens.load(batch)).isEqualTo(new Loaded(2, 0));
        assertThat(loadETokens.load(batch)).isEqualTo(new Loaded(0, 2));
    }

    @Test
    void a_seed_is_nowhere_in_plain_text() throws Exception {
        var batch = batch(new PskcFile().counting(first, SEED));
        loadETokens.load(batch);
        var stored = eTokens.find(batch.getFirst().eToken()).orElseThrow();
        assertThat(stored.toString()).doesNotContain("MTIzNDU2Nzg5MDEyMzQ1Njc4OTA", "12345678901234567890");
    }

    @Test
    void an_e_token_that_is_there_with_another_seed_refuses_the_whole_batch() throws Exception {
        loadETokens.load(batch(new PskcFile().counting(first, SEED)));
        var changed = batch(new PskcFile().counting(second, SEED).counting(first, OTHER_SEED));
        assertThatThrownBy(() -> loadETokens.load(changed))
                .isInstanceOf(PskcRefused.class)
                .hasMessageContaining(first);
        assertThat(eTokens.find(changed.getFirst().eToken())).isEmpty();
    }

    @Test
    void a_serial_number_twice_in_a_batch_is_one_e_token() throws Exception {
        var twice = batch(new PskcFile().counting(first, SEED).counting(first, SEED));
        assertThat(loadETokens.load(twice)).isEqualTo(new Loaded(1, 1));
    }
}

package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.lockout.etoken.PskcFile;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class LoadETokensCommandTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = HexFormat.of().formatHex(PskcFile.KEY);

    private final LoadETokens loadETokens;

    @TempDir
    Path folder;

    LoadETokensCommandTest(LoadETokens loadETokens) {
        this.loadETokens = loadETokens;
    }

    private record Outcome(int status, String said) {}

    private Outcome run(String preSharedKey, String... arguments) {
        var said = new ByteArrayOutputStream();
        var settings = new SmallRyeConfigBuilder()
                .withMapping(LockoutSettings.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .withDefaultValue("mobile-token.lockout.e-token.pre-shared-key", preSharedKey)
                .build()
                .getConfigMapping(LockoutSettings.class);
        int status = new LoadETokensCommand(loadETokens, settings, new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(arguments);
        return new Outcome(status, said.toString(StandardCharsets.UTF_8).strip());
    }

    private String file() throws Exception {
        var file = new PskcFile()
                .counting(ETokenClient.newSerial(), SEED)
                .counting(ETokenClient.newSerial(), SEED)
                .xml();
        return Files.writeString(folder.resolve("batch.xml"), file).toString();
    }

    @Test
    void a_batch_is_loaded_and_counted() throws Exception {
        var file = file();
        assertThat(run(KEY, "load-e-tokens", file))
                .isEqualTo(new Outcome(0, "2 e-tokens loaded, 0 were there already."));
        assertThat(run(KEY, "load-e-tokens", file))
                .isEqualTo(new Outcome(0, "0 e-tokens loaded, 2 were there already."));
    }

    @Test
    void a_refusal_is_one_sentence_and_a_status() throws Exception {
        var file = file();
        refused(run("", "load-e-tokens", file), "does not hold the batch's key.");
        refused(run("not hexadecimal", "load-e-tokens", file), "is not hexadecimal.");
        refused(run("00".repeat(32), "load-e-tokens", file), "Nothing was loaded.");
        refused(run(KEY, "load-e-tokens", folder.resolve("absent.xml").toString()), "cannot be read.");
        refused(run(KEY, "load-e-tokens", folder.toString()), "cannot be read.");
    }

    @Test
    void a_command_that_does_not_exist_says_which_does() throws Exception {
        assertThat(run(KEY, "load-e-tokens").status()).isEqualTo(2);
        assertThat(run(KEY, "load-e-tokens", file(), "twice").status()).isEqualTo(2);
        assertThat(run(KEY, "unload", file())).isEqualTo(new Outcome(2, "Usage: load-e-tokens FILE"));
    }

    private static void refused(Outcome outcome, String sentence) {
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said()).contains(sentence).doesNotContain(KEY);
    }
}

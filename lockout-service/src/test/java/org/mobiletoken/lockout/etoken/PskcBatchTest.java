package org.mobiletoken.lockout.etoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathKind;
import org.mobiletoken.lockout.rules.OathKind.Hash;

class PskcBatchTest {

    private static final byte[] RFC_KEY = HexFormat.of().parseHex("12345678901234567890123456789012");
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String SIX_DIGITS = "<ResponseFormat Length=\"6\" Encoding=\"DECIMAL\"/>";

    private static String figure6() throws IOException {
        try (var file =
                Objects.requireNonNull(PskcBatchTest.class.getResourceAsStream("/pskc/rfc-6030-figure-6.xml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<PskcKey> read(String xml, byte[] key) throws IOException, PskcRefused {
        return PskcBatch.read(PskcFile.stream(xml), key);
    }

    private static PskcKey one(PskcFile file) throws Exception {
        return read(file.xml(), PskcFile.KEY).getFirst();
    }

    private static void refused(String xml, byte[] key, String sentence) {
        assertThatThrownBy(() -> read(xml, key))
                .isInstanceOf(PskcRefused.class)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    @Test
    void the_example_of_rfc_6030_is_read() throws Exception {
        var keys = read(figure6(), RFC_KEY);
        assertThat(keys).hasSize(1);
        var key = keys.getFirst();
        assertThat(key.eToken()).isEqualTo(new ETokenId("Manufacturer", "987654321"));
        assertThat(key.kind()).isEqualTo(new OathKind.Counted(Hash.SHA1, 8));
        assertThat(key.seed().getEncoded()).isEqualTo(SEED);
        assertThat(key.counter()).isZero();
        assertThat(key).asString().isEqualTo("PskcKey(987654321 of Manufacturer)");
    }

    @Test
    void another_key_or_a_changed_file_is_refused() throws Exception {
        var otherKey = Arrays.copyOf(RFC_KEY, 16);
        otherKey[0]++;
        assertThatThrownBy(() -> read(figure6(), otherKey)).isInstanceOf(PskcRefused.class);
        refused(figure6().replace("AAECAwQF", "AAECAwQG"), RFC_KEY, "MAC does not match");
        refused(figure6().replace("Su+NvtQf", "Su+NvtQg"), RFC_KEY, "MAC does not match");
        refused(figure6(), PskcFile.KEY, "32 bytes");
        refused(figure6(), Arrays.copyOf(RFC_KEY, 15), "16 or 32 bytes");
    }

    @Test
    void a_batch_of_both_kinds_is_read_with_256_bits() throws Exception {
        var file = new PskcFile()
                .with("T-1", "totp", "<Suite>HMAC-SHA256</Suite>" + SIX_DIGITS, SEED, plain("TimeInterval", 60))
                .with("T-2", "totp", "<Suite>SHA512</Suite>" + SIX_DIGITS, SEED, plain("Time", 0))
                .with("C-1", "hotp", SIX_DIGITS, SEED, plain("Counter", 42));
        assertThat(read(file.xml(), PskcFile.KEY))
                .extracting(PskcKey::kind)
                .containsExactly(
                        new OathKind.Timed(Hash.SHA256, 6, Duration.ofSeconds(60)),
                        new OathKind.Timed(Hash.SHA512, 6, Duration.ofSeconds(30)),
                        new OathKind.Counted(Hash.SHA1, 6));
        assertThat(read(file.xml(), PskcFile.KEY)).extracting(PskcKey::counter).containsExactly(0L, 0L, 42L);
    }

    @Test
    void seeds_in_plain_text_are_refused() throws Exception {
        var open = figure6().replaceAll("(?s)<EncryptedValue>.*</ValueMAC>", "<PlainValue>MTIzNA==</PlainValue>");
        refused(open, RFC_KEY, "plain text");
        refused(open.replaceAll("(?s)<EncryptionKey>.*</MACMethod>", ""), RFC_KEY, "plain text");
    }

    @Test
    void a_seed_without_a_mac_is_refused() throws Exception {
        refused(figure6().replaceAll("(?s)<ValueMAC>.*</ValueMAC>", ""), RFC_KEY, "ValueMAC");
        refused(figure6().replaceAll("(?s)<MACMethod.*</MACMethod>", ""), RFC_KEY, "MACMethod");
        refused(figure6().replace("hmac-sha1", "hmac-md5"), RFC_KEY, "hmac-md5");
    }

    @ParameterizedTest
    @CsvSource({
        "15, false",
        "16, true",
    })
    void a_seed_has_128_bits_at_least(int length, boolean allowed) throws Exception {
        var file = new PskcFile().counting("S-1", Arrays.copyOf(SEED, length));
        if (allowed) {
            assertThat(one(file).seed().getEncoded()).hasSize(length);
        } else {
            refused(file.xml(), PskcFile.KEY, "less than 128 bits");
        }
    }

    @ParameterizedTest
    @CsvSource({"5,false", "6,true", "7,true", "8,true", "9,false"})
    void codes_have_six_to_eight_digits(int digits, boolean allowed) throws Exception {
        var format = "<ResponseFormat Length=\"%d\" Encoding=\"DECIMAL\"/>".formatted(digits);
        var file = new PskcFile().with("S-1", "hotp", format, SEED, "");
        if (allowed) {
            assertThat(one(file).kind().digits()).isEqualTo(digits);
        } else {
            refused(file.xml(), PskcFile.KEY, "six to eight digits");
        }
    }

    @Test
    void what_is_not_understood_refuses_the_batch() throws Exception {
        refusedKey("ocra", SIX_DIGITS, "", "not known");
        refusedKey("totp", "<Suite>HMAC-MD5</Suite>" + SIX_DIGITS, "", "not known");
        refusedKey("totp", SIX_DIGITS, plain("TimeInterval", 45), "30 or 60 seconds");
        refusedKey("totp", SIX_DIGITS, plain("Time", 7), "30 or 60 seconds");
        refusedKey("hotp", SIX_DIGITS, plain("Counter", -1), "cannot be");
        refusedKey("hotp", SIX_DIGITS, "<Counter><PlainValue>one</PlainValue></Counter>", "number");
        refusedKey("hotp", SIX_DIGITS, "<Counter><EncryptedValue/></Counter>", "plain value");
        refusedKey("hotp", SIX_DIGITS.replace("DECIMAL", "ALPHANUMERIC"), "", "digits");
        refusedKey("hotp", SIX_DIGITS.replace("/>", " CheckDigits=\"true\"/>"), "", "digits");
        refused(figure6().replace("</AlgorithmParameters>", "</AlgorithmParameters><Policy/>"), RFC_KEY, "policy");
        refused(figure6().replace("987654321", ""), RFC_KEY, "SerialNo");
        refused(figure6().replaceAll("<ds:KeyName>.*</ds:KeyName>", ""), RFC_KEY, "something else");
        refused(new PskcFile().xml(), PskcFile.KEY, "no e-token");
    }

    @Test
    void what_is_no_key_container_is_refused() {
        refused("", RFC_KEY, "XML");
        refused("{}", RFC_KEY, "XML");
        refused("<KeyContainer/>", RFC_KEY, "not a PSKC key container");
    }

    @Test
    void a_document_type_is_refused_before_any_entity_is_looked_up() throws Exception {
        var outside = "<!DOCTYPE KeyContainer [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        refused(figure6().replace("?>", "?>" + outside).replace("987654321", "&x;"), RFC_KEY, "document type");
    }

    private static void refusedKey(String kind, String parameters, String data, String sentence)
            throws GeneralSecurityException {
        refused(new PskcFile().with("S-1", kind, parameters, SEED, data).xml(), PskcFile.KEY, sentence);
    }

    private static String plain(String name, long value) {
        return "<%1$s><PlainValue>%2$d</PlainValue></%1$s>".formatted(name, value);
    }
}

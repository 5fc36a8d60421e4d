package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my id is A123456(3) ok | my id is [id] ok",
                "A1234563, | [id],",
                "ab987654(a) | [id]",
                "A 123456 (3) | [id]",
                "A 123 456(3) | [id]",
                "A123456 | [id]",
                "身份證Ａ１２３４５６（３）。 | 身份證[id]。",
                "passport K12345678 | passport [id]",
                "call 91234567 please | call [number] please",
                "call +852 9123 4567 please | call [number] please",
                "call (852) 9123-4567 | call ([number]",
                "電話９１２３４５６７ | 電話[number]",
                "+86 138 1234 5679 | [number]",
                "+1 (202) 555-0123 | [number]",
                "+1.202.555.0123 | [number]",
                "from 10.123.45.67 | from [number]",
                "card 4111 1111 1111 1111 gone | card [card] gone",
                "card 4111-1111-1111-1111 gone | card [card] gone",
                "4111111111111111 | [card]",
                "4111111111111112 | [number]",
                "account 861-520-012345 | account [number]",
                "123456 | [digits]",
                "123-456 arrived | [digits] arrived",
                "12345 arrived | 12345 arrived",
                "1234567 arrived | [number] arrived",
                "12345678 arrived | [number] arrived",
                "my code is 4839 | my code is [digits]",
                "my code is 483 | my code is 483",
                "4839 is the passcode | [digits] is the passcode",
                "驗證碼：48392 | 驗證碼:[digits]",
                "验证码 4839 | 验证码 [digits]",
                "PIN 4839 | PIN [digits]",
                "pin: 4839 | pin: [secret]",
                "shipping 4839 boxes | shipping 4839 boxes",
                "My passcode. The year was 2026 | My passcode. The year was 2026",
                "error code 5003 | error code 5003",
                "errorCode=5003 http_code 404 | errorCode=5003 http_code 404",
                "write to chan.tai-man+x@bank.com.hk now | write to [email] now",
                "陳大文@銀行.香港 | [email]",
                "Authorization: Bearer abc.DEF-1_2~3/4+5== end | Authorization: [token] end",
                "got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back | got [token] back",
                "password=hunter2&a=1 | password=[secret]&a=1",
                "{\"access_token\":\"abc\",\"n\":1} | {\"access_token\":\"[secret]\",\"n\":1}",
                "密碼：長城abc 完 | 密碼:[secret] 完"
            })
    void what_others_could_use_goes(String text, String kept) {
        assertThat(Redaction.of(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24 11:20:51.123 INFO [main] Login failed, try 3 of 5",
                "1999-01-31",
                "Android 17, app 10.15.20, screen 1080x2400, 3.14159",
                "<script>alert('hello')</script> & <b>bold</b>",
                "The app says 錯誤 E5003 when I tap the fingerprint. Thanks",
                "3 - 4 times, 12:30, 50%, 1/2"
            })
    void what_support_needs_stays(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-24 1", "2026-11-32 1", "2126-11-24 1", "2026-11-245"})
    void what_only_looks_like_a_date_is_a_number(String text) {
        assertThat(Redaction.of(text)).contains("[number]").doesNotContain("2026", "2126");
    }

    @Test
    void nothing_of_a_planted_secret_survives_wherever_it_stands_and_however_it_was_typed() {
        Random random = new Random(20261124);
        List<String> secrets = List.of(
                "A123456(3)",
                "ZZ987654(A)",
                "91234567",
                "+852 6123 4567",
                "4111 1111 1111 1111",
                "5500-0000-0000-0004",
                "378282246310005",
                "483920",
                "13812345678",
                "+44 20 7946 0958");
        List<String> around =
                List.of(" ", "\n", "，", "。", "我的電話", "Error: ", "(", ")", "\"", "<b>", "; ", "/", "。\n", ": ", "x=");
        for (int i = 0; i < 20_000; i++) {
            String secret = secrets.get(random.nextInt(secrets.size()));
            String text = some(around, random) + typed(secret, random) + some(around, random);
            String kept = Redaction.of(text);
            assertThat(kept.replaceAll("[^0-9]", "")).as(text).isEmpty();
            assertThat(Redaction.of(kept)).as(text).isEqualTo(kept);
        }
    }

    @Test
    void redacting_again_changes_nothing() {
        Random random = new Random(20261125);
        List<String> pieces = List.of(
                "code ",
                "error code ",
                "4839",
                "12",
                "123456",
                ". ",
                ".",
                "-",
                " ",
                "(",
                ")",
                "+",
                "A",
                "ab ",
                "password",
                ": ",
                "=",
                "@",
                "x.hk",
                "bearer ",
                "eyJabcdefghijk",
                "2026-11-24",
                "[",
                "]",
                "[digits]",
                "\n",
                "驗證碼",
                "！",
                "９",
                "\u200b",
                "密碼");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String once = Redaction.of(text.toString());
            assertThat(Redaction.of(once)).as(text.toString()).isEqualTo(once);
        }
    }

    @Test
    void no_text_makes_it_slow_or_deep() {
        for (String piece : List.of(
                "1",
                "12 ",
                "a",
                "eyJ",
                "a@",
                "bearer ",
                "pin:",
                "A1",
                "(1",
                "1) ",
                "+",
                "2026-11-24",
                "a.",
                "密",
                "  ")) {
            String text = piece.repeat(300_000 / piece.length());
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatCode(() -> Redaction.of(text)).doesNotThrowAnyException(),
                    piece);
        }
    }

    private static String some(List<String> around, Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            text.append(around.get(random.nextInt(around.size())));
        }
        return text.toString();
    }

    /** The same secret as people and apps may write it. */
    private static String typed(String secret, Random random) {
        List<UnaryOperator<String>> ways = List.of(
                plain -> plain,
                RedactionTest::fullWidth,
                plain -> plain.replace(' ', '-'),
                plain -> plain.replace(" ", "  "),
                plain -> plain.replace(" ", "").replace("-", ""),
                plain -> plain.replace("-", "–").replace(' ', '\u00a0'),
                plain -> String.join("\u200b", plain.split("")),
                plain -> plain.toLowerCase(java.util.Locale.ROOT),
                plain -> plain.replace("(", " (").replace(')', ')'));
        return ways.get(random.nextInt(ways.size())).apply(secret);
    }

    private static String fullWidth(String plain) {
        return plain.chars()
                .map(c -> c == ' ' ? '\u3000' : c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

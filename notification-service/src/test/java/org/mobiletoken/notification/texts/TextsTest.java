package org.mobiletoken.notification.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.notification.News.Details;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.notification.mail.Letter;
import org.mobiletoken.notification.rules.Code;
import org.mobiletoken.notification.rules.Language;
import org.mobiletoken.notification.rules.Notice;
import org.mobiletoken.notification.rules.Purpose;
import org.mobiletoken.notification.smpp.EncodedSms;

@QuarkusTest
@WithBank
class TextsTest {

    private static final Instant LATE_IN_LONDON = Instant.parse("2026-11-24T22:05:00Z");

    @Inject
    Texts texts;

    @Inject
    TextSettings settings;

    static Stream<Arguments> notices() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Arrays.stream(Notice.values()).map(notice -> Arguments.of(language, notice)));
    }

    static Stream<Arguments> purposes() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Arrays.stream(Purpose.values()).map(purpose -> Arguments.of(language, purpose)));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void a_notice_is_short_tells_the_hotline_and_holds_no_link(Language language, Notice notice) {
        String text = notice(language, notice);
        assertProper(text);
        assertThat(text).contains(language == Language.ENGLISH ? "25 Nov 2026 06:05" : "2026年11月25日 06:05");
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void a_code_comes_with_its_purpose_and_its_life(Language language, Purpose purpose) {
        String text = texts.otp(language, purpose, "mobile-banking", new Code("004711"), Duration.ofMinutes(3));
        assertProper(text);
        assertThat(text).contains("004711", "3");
        assertThat(EncodedSms.of(text, (byte) 1).parts())
                .as("a code never arrives in half")
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void a_mail_has_a_subject_and_the_words_of_the_short_message(Language language, Notice notice) {
        Letter letter = texts.letter(language, "someone@customer.example", notice.template(), details());
        assertThat(letter.subject()).isNotBlank().doesNotContain("\n", "{", "}");
        assertThat(letter.text()).startsWith(notice(language, notice));
        assertHarmless(letter.text());
        assertThat(letter.toString()).isEqualTo("Letter[]");
    }

    @Test
    void a_language_without_a_text_reads_the_traditional_chinese_one() {
        Engine onlyChinese = Engine.builder()
                .addDefaults()
                .addLocator(id -> id.startsWith("sms/zh-HK/") ? Optional.of(new Words()) : Optional.empty())
                .build();
        Texts incomplete = new Texts(onlyChinese, settings);
        assertThat(incomplete.notice(Language.ENGLISH, "frozen", details())).isEqualTo("已凍結 +852 2189 5588");
    }

    /** A text in one language only. */
    private static final class Words implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader("已凍結 {hotline}");
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }

    @Test
    void the_words_are_those_of_the_apps() {
        assertThat(notice(Language.TRADITIONAL_CHINESE, Notice.SYNCHRONISED)).contains("工銀智投資", "同步流動保安編碼設定");
        assertThat(notice(Language.SIMPLIFIED_CHINESE, Notice.SYNCHRONISED)).contains("工银智投资", "同步流动保安编码设定");
        assertThat(notice(Language.SIMPLIFIED_CHINESE, Notice.FROZEN_PERMANENTLY))
                .contains("永久冻结", "电子密码器");
        assertThat(texts.otp(
                        Language.SIMPLIFIED_CHINESE,
                        Purpose.LOGIN,
                        "investment",
                        new Code("004711"),
                        Duration.ofMinutes(3)))
                .contains("短讯验证码");
    }

    @Test
    void what_an_event_does_not_say_the_text_leaves_out() {
        Details atOnce = new Details("investment", "Pi***12", LATE_IN_LONDON, null, null);
        assertThat(texts.notice(Language.ENGLISH, Notice.ENABLED.template(), atOnce))
                .doesNotContain("usable from");
    }

    private String notice(Language language, Notice notice) {
        return texts.notice(language, notice.template(), details());
    }

    private static Details details() {
        return new Details("investment", "Pi***12", LATE_IN_LONDON, LATE_IN_LONDON.plusSeconds(21_600), 6);
    }

    private static void assertProper(String text) {
        assertThat(EncodedSms.of(text, (byte) 1).parts()).hasSizeLessThanOrEqualTo(3);
        assertHarmless(text);
    }

    /** No link, no name and no identity card number, and nothing left to fill in. */
    private static void assertHarmless(String text) {
        assertThat(text)
                .contains("+852 2189 5588")
                .doesNotContain("{", "}", "null", "NOT_FOUND")
                .doesNotContainPattern("(?i)https?:|www\\.|[a-z]\\.[a-z]{2,}/|\\.com|\\.hk")
                .doesNotContainPattern("(?i)\\bdear\\b|\\bMr\\b|\\bMs\\b|先生|女士|小姐|尊敬")
                .doesNotContainPattern("[A-Z]{1,2}[0-9]{6}\\(?[0-9A]");
    }
}

package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.notification.bank.Pictures;
import org.mobiletoken.notification.reports.Inspection.Accepted;
import org.mobiletoken.notification.reports.Inspection.Reason;
import org.mobiletoken.notification.reports.Inspection.Refused;

class AttachmentInspectorTest {

    private final AttachmentInspector inspector = new AttachmentInspector(TestSettings.with(Map.of()));

    static Stream<Upload> pictures() {
        return Stream.of(new Upload("image/png", Pictures.png()), new Upload("image/jpeg", Pictures.jpeg()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_picture_that_is_what_it_says_is_taken_as_it_is(Upload picture) {
        assertThat(accepted(inspector.inspect(picture)).content()).isEqualTo(picture.content());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void what_follows_a_picture_is_cut_off(Upload picture) {
        Upload more = new Upload(picture.declaredType(), Pictures.joined(picture.content(), Pictures.zipBomb()));
        assertThat(accepted(inspector.inspect(more)).content()).isEqualTo(picture.content());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_picture_that_ends_too_early_is_damaged(Upload picture) {
        for (int length = 8; length < picture.content().length; length++) {
            Upload part = new Upload(picture.declaredType(), Arrays.copyOf(picture.content(), length));
            assertThat(inspector.inspect(part)).isEqualTo(new Refused(Reason.DAMAGED));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void any_change_to_a_picture_is_survived(Upload picture) {
        Random random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = picture.content().clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> inspector.inspect(new Upload(picture.declaredType(), changed)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_png_whose_bytes_were_changed_is_damaged() {
        byte[] png = Pictures.png();
        png[20] ^= 1;
        assertThat(inspector.inspect(new Upload("image/png", png))).isEqualTo(new Refused(Reason.DAMAGED));
    }

    @Test
    void a_picture_is_measured_without_decoding_it() {
        assertThat(inspector.inspect(new Upload("image/png", Pictures.png(10_000, 5_000))))
                .isInstanceOf(Accepted.class);
        Refused tooMany = new Refused(Reason.TOO_MANY_PIXELS);
        assertThat(inspector.inspect(new Upload("image/png", Pictures.png(10_000, 5_001))))
                .isEqualTo(tooMany);
        assertThat(inspector.inspect(new Upload("image/png", Pictures.png(Integer.MAX_VALUE, Integer.MAX_VALUE))))
                .isEqualTo(tooMany);
        assertThat(inspector.inspect(new Upload("image/png", Pictures.png(0, 5_000))))
                .isEqualTo(new Refused(Reason.DAMAGED));
        assertThat(inspector.inspect(new Upload("image/png", Pictures.png(-1, 5_000))))
                .isEqualTo(new Refused(Reason.DAMAGED));
    }

    @Test
    void the_sender_must_say_what_the_content_is() {
        Refused other = new Refused(Reason.OTHER_TYPE);
        assertThat(inspector.inspect(new Upload("image/jpeg", Pictures.png()))).isEqualTo(other);
        assertThat(inspector.inspect(new Upload("image/png", Pictures.jpeg()))).isEqualTo(other);
        assertThat(inspector.inspect(new Upload("text/plain", Pictures.png()))).isEqualTo(other);
        assertThat(inspector.inspect(new Upload("text/html", utf8("<p>text</p>"))))
                .isEqualTo(other);
        assertThat(inspector.inspect(new Upload("IMAGE/PNG", Pictures.png()))).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "text/plain", "application/zip"})
    void an_archive_is_never_taken(String declared) {
        assertThat(inspector.inspect(new Upload(declared, Pictures.zipBomb())))
                .isEqualTo(new Refused(Reason.NOT_ACCEPTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "6100",
                "61ff",
                "eda080",
                "c080",
                "1f8b0800",
                "255044462d310ae2e3",
                "474946383961010001",
                "7f454c46"
            })
    void what_is_neither_picture_nor_text_is_not_taken(String hex) {
        assertThat(inspector.inspect(new Upload("text/plain", HexFormat.of().parseHex(hex))))
                .isEqualTo(new Refused(Reason.NOT_ACCEPTED));
    }

    @Test
    void a_text_is_redacted() {
        assertThat(accepted(inspector.inspect(new Upload("text/plain", utf8("line 1\r\n\t電話 91234567\n"))))
                        .content())
                .isEqualTo(utf8("line 1\r\n\t電話 [number]\n"));
    }

    @Test
    void the_bank_says_which_types_it_takes() {
        var onlyText = new AttachmentInspector(TestSettings.with(Map.of("attachments.types", "TEXT")));
        assertThat(onlyText.inspect(new Upload("image/png", Pictures.png())))
                .isEqualTo(new Refused(Reason.NOT_ACCEPTED));
        assertThat(onlyText.inspect(new Upload("text/plain", utf8("text")))).isInstanceOf(Accepted.class);
    }

    private static Attachment accepted(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Accepted.class);
        return ((Accepted) inspection).attachment();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

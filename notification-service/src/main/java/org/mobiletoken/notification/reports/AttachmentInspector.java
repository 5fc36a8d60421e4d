package org.mobiletoken.notification.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mobiletoken.notification.reports.Inspection.Accepted;
import org.mobiletoken.notification.reports.Inspection.Reason;
import org.mobiletoken.notification.reports.Inspection.Refused;
import org.mobiletoken.notification.rules.Redaction;

/**
 * The content decides what an attachment is, and the sender must have said the same. Nothing is unpacked and no pixel decoded; what
 * follows the end of a picture is cut off, and a text is redacted.
 */
@ApplicationScoped
public class AttachmentInspector {

    private final ReportSettings.Attachments settings;

    public AttachmentInspector(ReportSettings settings) {
        this.settings = settings.attachments();
    }

    public Inspection inspect(Upload upload) {
        byte[] content = upload.content();
        if (Picture.beginsLikePng(content)) {
            return picture(upload, AttachmentType.PNG, Picture.png(content));
        }
        if (Picture.beginsLikeJpeg(content)) {
            return picture(upload, AttachmentType.JPEG, Picture.jpeg(content));
        }
        return text(content).map(text -> text(upload, text)).orElseGet(() -> new Refused(Reason.NOT_ACCEPTED));
    }

    private Inspection picture(Upload upload, AttachmentType type, Optional<Picture> found) {
        Optional<Reason> refusal = refusal(upload, type);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (found.isEmpty()) {
            return new Refused(Reason.DAMAGED);
        }
        Picture picture = found.get();
        return picture.pixels() > settings.mostPixels()
                ? new Refused(Reason.TOO_MANY_PIXELS)
                : new Accepted(new Attachment(type, Arrays.copyOf(upload.content(), picture.length())));
    }

    private Inspection text(Upload upload, String text) {
        return refusal(upload, AttachmentType.TEXT)
                .<Inspection>map(Refused::new)
                .orElseGet(() -> new Accepted(
                        new Attachment(AttachmentType.TEXT, Redaction.of(text).getBytes(StandardCharsets.UTF_8))));
    }

    private Optional<Reason> refusal(Upload upload, AttachmentType type) {
        if (!settings.types().contains(type)) {
            return Optional.of(Reason.NOT_ACCEPTED);
        }
        return upload.declaredType().toLowerCase(Locale.ROOT).equals(type.mediaType())
                ? Optional.empty()
                : Optional.of(Reason.OTHER_TYPE);
    }

    /** Text is UTF-8 throughout and has no control characters but those of lines. */
    private static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.isEmpty() || text.chars().anyMatch(AttachmentInspector::isBinary)
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static boolean isBinary(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}

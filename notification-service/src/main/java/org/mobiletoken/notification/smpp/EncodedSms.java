package org.mobiletoken.notification.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the SMS centre takes it: in the default alphabet when that has every character, else in UCS-2, cut into parts with a
 * concatenation header when it is too long for one. No character is ever cut in two.
 */
public record EncodedSms(boolean ucs2, List<byte[]> parts) {

    private static final int GSM_ALONE = 160;
    private static final int GSM_IN_PARTS = 153;
    private static final int UCS2_ALONE = 140;
    private static final int UCS2_IN_PARTS = 134;
    private static final int MOST_PARTS = 255;

    /** Encodes a text; {@code reference} joins its parts on the phone. */
    public static EncodedSms of(String text, byte reference) {
        boolean ucs2 = !GsmAlphabet.canEncode(text);
        List<byte[]> alone = cut(text, ucs2, ucs2 ? UCS2_ALONE : GSM_ALONE);
        if (alone.size() <= 1) {
            return new EncodedSms(ucs2, alone);
        }
        List<byte[]> bodies = cut(text, ucs2, ucs2 ? UCS2_IN_PARTS : GSM_IN_PARTS);
        if (bodies.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a message has at most " + MOST_PARTS + " parts");
        }
        List<byte[]> parts = new ArrayList<>();
        for (byte[] body : bodies) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            part.writeBytes(new byte[] {5, 0, 3, reference, (byte) bodies.size(), (byte) (parts.size() + 1)});
            part.writeBytes(body);
            parts.add(part.toByteArray());
        }
        return new EncodedSms(ucs2, parts);
    }

    /** Whether each part begins with a header. */
    public boolean concatenated() {
        return parts.size() > 1;
    }

    private static List<byte[]> cut(String text, boolean ucs2, int size) {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            byte[] encoded = ucs2
                    ? Character.toString(codePoint).getBytes(StandardCharsets.UTF_16BE)
                    : GsmAlphabet.septets(text.charAt(i)).orElseThrow();
            if (part.size() + encoded.length > size) {
                parts.add(part.toByteArray());
                part.reset();
            }
            part.writeBytes(encoded);
            i += Character.charCount(codePoint);
        }
        parts.add(part.toByteArray());
        return parts;
    }
}

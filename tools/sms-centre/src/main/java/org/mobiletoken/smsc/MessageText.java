package org.mobiletoken.smsc;

import java.nio.charset.StandardCharsets;

/** Decodes what a phone would show: the GSM 7-bit default alphabet, one septet per octet as SMPP sends it, Latin 1 or UCS-2. */
final class MessageText {
    private static final String DEFAULT_ALPHABET =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION_CODES = "\n\u0014()/<=>@e";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final int ESCAPE = 0x1b;
    private static final int LATIN_1 = 0x03;
    private static final int UCS_2 = 0x08;
    private static final int ALPHABET_BITS = 0x0c;

    private MessageText() {}

    static String decode(byte dataCoding, byte[] octets) {
        int alphabet = dataCoding & 0xff;
        if (alphabet == LATIN_1) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
        return (alphabet & ALPHABET_BITS) == UCS_2 ? new String(octets, StandardCharsets.UTF_16BE) : gsm7(octets);
    }

    private static String gsm7(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int i = 0; i < septets.length; i++) {
            int code = septets[i] & 0x7f;
            if (code == ESCAPE && i + 1 < septets.length) {
                int extended = EXTENSION_CODES.indexOf(septets[++i] & 0x7f);
                text.append(extended >= 0 ? EXTENSION.charAt(extended) : ' ');
            } else {
                text.append(DEFAULT_ALPHABET.charAt(code));
            }
        }
        return text.toString();
    }
}

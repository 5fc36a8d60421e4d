package org.mobiletoken.notification.smpp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The default alphabet of short messages (3GPP TS 23.038), one septet per byte; its extension costs two. */
final class GsmAlphabet {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final byte ESCAPE = 0x1b;
    private static final Map<Character, byte[]> SEPTETS = septets();

    private GsmAlphabet() {}

    /** The septets of a character: one, two with an escape, or none when the alphabet lacks it. */
    static Optional<byte[]> septets(char character) {
        return Optional.ofNullable(SEPTETS.get(character));
    }

    static boolean canEncode(String text) {
        return text.chars().allMatch(character -> SEPTETS.containsKey((char) character));
    }

    private static Map<Character, byte[]> septets() {
        Map<Character, byte[]> septets = new HashMap<>();
        for (int i = 0; i < BASIC.length(); i++) {
            septets.put(BASIC.charAt(i), new byte[] {(byte) i});
        }
        septets.remove((char) ESCAPE);
        String extension = "\f^{}\\[~]|€";
        byte[] codes = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};
        for (int i = 0; i < codes.length; i++) {
            septets.put(extension.charAt(i), new byte[] {ESCAPE, codes[i]});
        }
        return septets;
    }
}

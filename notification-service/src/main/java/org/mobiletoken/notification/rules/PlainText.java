package org.mobiletoken.notification.rules;

/**
 * Text in which a digit is 0 to 9, a Latin letter A to Z and a space a space, however it was typed: full-width forms and the digits of
 * all scripts are plain ones, all dashes are one, and what cannot be seen is left out.
 */
final class PlainText {

    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF5E;
    private static final int FULL_WIDTH_TO_PLAIN = 0xFEE0;
    private static final int FIRST_VARIATION = 0xFE00;
    private static final int LAST_VARIATION = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int MINUS = 0x2212;
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::canBeSeen).map(PlainText::plain).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean canBeSeen(int character) {
        boolean variation = character >= FIRST_VARIATION && character <= LAST_VARIATION;
        return Character.getType(character) != Character.FORMAT && !variation && character != KEYCAP;
    }

    private static int plain(int character) {
        if (Character.isDigit(character)) {
            return '0' + Character.digit(character, 10);
        }
        if (character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH) {
            return character - FULL_WIDTH_TO_PLAIN;
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SURROGATE -> REPLACEMENT; // half a character
            default -> character == MINUS ? '-' : character;
        };
    }
}

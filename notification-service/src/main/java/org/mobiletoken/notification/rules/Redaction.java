package org.mobiletoken.notification.rules;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a customer writes or attaches is kept without what others could use: tokens, named secrets, e-mail addresses, identity card
 * numbers, and every number long enough to be one of a phone, card or account, or of a code. In doubt a number goes.
 *
 * <p>Redacting again changes nothing: no replacement is or becomes part of anything that is looked for. Every pattern looks at a
 * character a bounded number of times, so that no text can make it slow.
 */
public final class Redaction {

    private static final Pattern BEARER_TOKEN =
            Pattern.compile("(?i)(?<![A-Za-z])bearer[ \\t:=]{1,5}[A-Za-z0-9._~+/=-]+");
    private static final Pattern WEB_TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+){0,4}");
    private static final Pattern NAMED_SECRET = Pattern.compile("(?i)(?<![A-Za-z])"
            + "(password|passwd|pwd|passcode|pin|otp|secret|client_secret|access_token|refresh_token|id_token|密碼|密码)"
            + "([\"']?\\s{0,3}[:=]\\s{0,3}[\"']?)[^\\s\"',;&<>{}\\[\\]]+");
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++(?:@[\\p{L}\\p{N}._%+-]++){1,8}");
    private static final Pattern IDENTITY_CARD = Pattern.compile("(?<![A-Za-z])(?:[A-Za-z]{1,2}|[A-Z]{1,2}[ -])"
            + "\\d{3}[ -]?\\d{3}\\d{0,12}(?:[ -]?\\( ?[0-9Aa] ?\\)|[ -]?[0-9Aa](?![0-9A-Za-z]))?");

    /** A plain date is no secret, and a log is worth little without it; else digits that are written together or in groups. */
    private static final Pattern DATE_OR_NUMBER =
            Pattern.compile("(?<date>(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d))"
                    + "|\\+?\\d(?:(?:[ -]{1,3}|\\.|[ -]{0,2}\\(|\\)[ -]{0,2})?\\d){0,63}");

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[\\n\\r。!?;]|\\.(?=\\s)");
    private static final Pattern CODE_WORD = Pattern.compile(
            "(?i)(?<!(?:error|status|response|exit|result|http)[ _-]?)code|passcode|password|(?<![A-Za-z])(?:pin|otp)(?![A-Za-z])"
                    + "|驗證碼|验证码|密碼|密码|口令|編碼|编码");

    private static final int SHORTEST_NUMBER = 7;
    private static final int DIGITS_OF_A_CODE = 6;
    private static final int SHORTEST_CODE = 4;

    private Redaction() {}

    public static String of(String text) {
        String redacted = PlainText.of(text);
        redacted = BEARER_TOKEN.matcher(redacted).replaceAll("[token]");
        redacted = WEB_TOKEN.matcher(redacted).replaceAll("[token]");
        redacted = NAMED_SECRET.matcher(redacted).replaceAll("$1$2[secret]");
        redacted = EMAIL.matcher(redacted).replaceAll("[email]");
        redacted = IDENTITY_CARD.matcher(redacted).replaceAll("[id]");
        return Arrays.stream(END_OF_SENTENCE.splitWithDelimiters(redacted, -1))
                .map(Redaction::withoutNumbers)
                .collect(Collectors.joining());
    }

    private static String withoutNumbers(String sentence) {
        boolean tellsOfCode = CODE_WORD.matcher(sentence).find();
        return DATE_OR_NUMBER
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(inPlaceOf(found, tellsOfCode)));
    }

    private static String inPlaceOf(MatchResult found, boolean tellsOfCode) {
        String text = found.group();
        if (found.group("date") != null) {
            return text;
        }
        String digits = text.replaceAll("\\D", "");
        if (digits.length() >= SHORTEST_NUMBER) {
            return CardNumber.isOne(digits) ? "[card]" : "[number]";
        }
        boolean likeACode = digits.length() == DIGITS_OF_A_CODE || tellsOfCode && digits.length() >= SHORTEST_CODE;
        return likeACode && !text.contains(".") ? "[digits]" : text;
    }
}

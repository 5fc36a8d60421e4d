package org.mobiletoken.bank.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.EventLog;
import org.mobiletoken.bank.Narrator;
import org.mobiletoken.bank.SmsInbox;

/** Prints the tour, a line for each thing sent, received or checked. */
final class Script implements Narrator {
    private static final Pattern ID = Pattern.compile("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final List<String> SHOWN = List.of(
            "app",
            "state",
            "options",
            "method",
            "hkidPositions",
            "maskedNumber",
            "next",
            "biometric",
            "effectiveAt",
            "offered",
            "sourceApp",
            "reason",
            "sessionEnds",
            "loginAgainWith",
            "verified",
            "attemptsLeft",
            "frozen",
            "kind",
            "frozenUntil");
    private static final List<String> SHOWN_OF_EVENTS = List.of(
            "app",
            "targetApp",
            "disabledApp",
            "cause",
            "method",
            "purpose",
            "answer",
            "biometricEnded",
            "kind",
            "reason");

    private final PrintStream out;
    private int lines;

    Script(PrintStream out) {
        this.out = out;
    }

    int lines() {
        return lines;
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void scene(String text) {
        out.println("  " + text);
    }

    @Override
    public void tell(String what, Answer answer) {
        String problem = answer.problem().isEmpty() ? "" : " " + answer.problem();
        line(
                "→ %s  [%s]".formatted(what, shortened(answer.request())),
                "%d%s%s".formatted(answer.status(), problem, fields(answer.body(), SHOWN)));
    }

    void event(EventLog.Event event) {
        line("⚡ event", event.name() + fields(event.data(), SHOWN_OF_EVENTS));
    }

    void sms(SmsInbox.Message message) {
        line("✉ SMS", message.text().replace('\n', ' '));
    }

    void time(Duration duration) {
        line("⏩ demo clock", duration.toHours() + " hours later");
    }

    void check(String fact, boolean holds) {
        if (!holds) {
            throw new AssertionError("It is not so: " + fact);
        }
        line("✓ as it should", fact);
    }

    void failure(Throwable cause) {
        out.println("    ✗ " + cause.getMessage());
    }

    private void line(String left, String right) {
        lines++;
        out.println("    " + left + "  ⇒ " + right);
    }

    private static String fields(JsonNode body, List<String> shown) {
        String text = shown.stream()
                .filter(body::hasNonNull)
                .map(name -> name + "=" + text(body.get(name)))
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "" : " " + text;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString().replace("\"", "");
    }

    private static String shortened(String request) {
        return THUMBPRINT.matcher(ID.matcher(request).replaceAll("$1…")).replaceAll("…");
    }
}

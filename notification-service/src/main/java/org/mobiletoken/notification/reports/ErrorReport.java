package org.mobiletoken.notification.reports;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiletoken.notification.rules.Redaction;

/** What a customer and the app tell of an error. */
public record ErrorReport(
        String description,
        String appVersion,
        String deviceModel,
        String operatingSystem,
        Instant occurredAt,
        Map<String, String> diagnostics) {

    /** The same without what others could use, and with diagnostics cut off where they are too long. */
    ErrorReport redacted(int longestDiagnostic) {
        Map<String, String> redacted = diagnostics.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> cut(Redaction.of(value.getValue()), longestDiagnostic)));
        return new ErrorReport(
                Redaction.of(description), appVersion, deviceModel, operatingSystem, occurredAt, redacted);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest))
                : text;
    }

    /** What a customer wrote never shows in a log. */
    @Override
    public String toString() {
        return "ErrorReport[" + occurredAt + "]";
    }
}

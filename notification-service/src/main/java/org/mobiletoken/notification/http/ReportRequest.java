package org.mobiletoken.notification.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.reports.ErrorReport;

/** What went wrong, as the customer says it, and what the app knows of it. */
record ReportRequest(
        @NotBlank @Size(max = 4000) String description,

        @NotNull @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}")
        String appVersion,

        @NotNull @Pattern(regexp = DEVICE) String deviceModel,
        @NotNull @Pattern(regexp = DEVICE) String operatingSystem,
        @NotNull Instant occurredAt,

        @Schema(description = "The thumbprint of the device's key, if it has one")
        @Nullable
        @Pattern(regexp = "[A-Za-z0-9_-]{43}")
        String deviceKey,

        @Schema(description = "By the names that the bank's settings list") @Nullable
        Map<String, String> diagnostics) {

    private static final String DEVICE = "[\\p{L}\\p{N}][\\p{L}\\p{N} .,_()/+-]{0,63}";

    ErrorReport toReport() {
        return new ErrorReport(
                description,
                appVersion,
                deviceModel,
                operatingSystem,
                occurredAt,
                diagnostics == null ? Map.of() : diagnostics);
    }

    /** What a customer wrote never shows in a log. */
    @Override
    public String toString() {
        return "ReportRequest[" + occurredAt + "]";
    }
}

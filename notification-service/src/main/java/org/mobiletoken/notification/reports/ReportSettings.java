package org.mobiletoken.notification.reports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Set;
import org.mobiletoken.notification.rules.ReportLimit;

/** What an error report may hold, how many are taken and how long they are kept. */
@ConfigMapping(prefix = "mobile-token.reports")
public interface ReportSettings {

    /** The keys that reports are encrypted with, as a Tink keyset in JSON: the primary one encrypts, any of them decrypts. */
    @NotBlank
    String keyset();

    /** How long a report is kept: a day or more, two years or less. */
    @WithDefault("P180D")
    Duration keep();

    /** How long it is kept who of the staff read which report. */
    @WithDefault("P730D")
    Duration keepReads();

    /** How often what is too old is deleted. */
    @WithDefault("1h")
    String purgeEvery();

    /** How often it is looked for reports that are not encrypted under the primary key of the keyset. */
    @WithDefault("10m")
    String reencryptEvery();

    /** The names under which an app may send diagnostics; others are refused. */
    @WithDefault(
            "battery,carrier,free-memory,free-storage,language,last-error,network,rooted,screen,sdk-version,time-zone")
    Set<String> diagnostics();

    /** The longest value of a diagnostic, in characters; what is longer is cut off. */
    @WithDefault("500")
    @Min(1)
    @Max(4000)
    int longestDiagnostic();

    Attachments attachments();

    Limits limits();

    /** What may be attached. */
    interface Attachments {
        /** How many attachments a report may have. */
        @WithDefault("3")
        @Min(0)
        @Max(10)
        int most();

        /** The largest attachment; all together are limited by the body of the request. */
        @WithDefault("2M")
        MemorySize largest();

        /** What an attachment may be. */
        @WithDefault("PNG,JPEG,TEXT")
        Set<AttachmentType> types();

        /** Width times height of the largest picture. */
        @WithDefault("50000000")
        @Min(1)
        @Max(200_000_000)
        int mostPixels();
    }

    /** How many reports are taken within {@link #within()}. */
    interface Limits {
        /** The time in which reports are counted. */
        @WithDefault("PT1H")
        Duration within();

        /** From one customer, in all apps together. */
        @WithDefault("10")
        @Min(1)
        int perCustomer();

        /** From all customers of one gateway who are not logged in. */
        @WithDefault("600")
        @Min(1)
        int perGateway();

        /** About one device key, logged in or not. */
        @WithDefault("10")
        @Min(1)
        int perDevice();

        default ReportLimit customer() {
            return new ReportLimit(perCustomer(), within());
        }

        default ReportLimit gateway() {
            return new ReportLimit(perGateway(), within());
        }

        default ReportLimit device() {
            return new ReportLimit(perDevice(), within());
        }
    }
}

package org.mobiletoken.operations.http;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.Grounds;
import org.mobiletoken.operations.PlanReplay.Wanted;

/** What is asked of replays. */
final class ReplayRequests {
    private static final String HASH = "[0-9a-f]{64}";

    private ReplayRequests() {}

    /** Which events to hand to which consumer; what is left out narrows nothing. Offsets are of the one partition named. */
    public record PlanRequest(
            @Size(max = 100) @Nullable String consumer,
            @Size(max = 249) @Nullable String topic,
            @Size(max = 100) @Nullable List<@NotNull @Min(0) Integer> partitions,
            @Min(0) @Nullable Long fromOffset,
            @Min(0) @Nullable Long toOffset,
            @Nullable Instant since,
            @Nullable Instant until,
            @Size(max = 200) @Nullable String key,
            @Size(max = 50) @Nullable List<@NotNull @Size(max = 200) String> types) {
        Wanted wanted() {
            return new Wanted(
                    consumer,
                    topic,
                    partitions == null ? List.of() : List.copyOf(partitions),
                    fromOffset,
                    toOffset,
                    since,
                    until,
                    key,
                    types == null ? List.of() : List.copyOf(types));
        }
    }

    /** The hash of the plan that the second person has seen. */
    public record ApprovalRequest(
            @NotNull @Pattern(regexp = HASH) String hash) {}

    /** The hash of the plan, why it is run, and how fast. */
    public record RunRequest(
            @NotNull @Pattern(regexp = HASH) String hash,
            @NotBlank @Size(max = 500) String reason,

            @NotNull @Pattern(regexp = GroundsRequest.TICKET)
            String ticket,

            @Nullable Integer eventsPerSecond) {
        Grounds grounds() {
            return new Grounds(reason, ticket);
        }
    }
}

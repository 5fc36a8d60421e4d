package org.mobiletoken.operations.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.delivery.ParkedKey;
import org.mobiletoken.delivery.WaitingEvent;
import org.mobiletoken.operations.Grounds;

/** What is asked and told of parked keys. */
final class ParkedViews {
    private ParkedViews() {}

    /** A key whose events wait, with the one in front. */
    public record ParkedKeyView(
            String consumer,
            String key,
            int waiting,
            UUID eventId,
            String type,
            @Nullable String reason,
            Instant since) {
        static ParkedKeyView of(ParkedKey key) {
            return new ParkedKeyView(
                    key.consumer(),
                    key.key(),
                    key.waiting(),
                    key.eventId(),
                    key.type(),
                    key.reason().orElse(null),
                    key.since());
        }
    }

    /** One of the events that wait. */
    public record WaitingEventView(
            UUID eventId,
            String type,
            Instant time,
            String topic,
            int partition,
            long offset,
            @Nullable String reason,
            Instant since) {
        static WaitingEventView of(WaitingEvent event) {
            return new WaitingEventView(
                    event.eventId(),
                    event.type(),
                    event.time(),
                    event.topic(),
                    event.partition(),
                    event.offset(),
                    event.reason().orElse(null),
                    event.since());
        }
    }

    /** What a retry came to. */
    public record RetriedView(int handled, int waiting) {}

    /** The event that the operator has seen in front. */
    public record SkipRequest(
            @NotNull UUID eventId,
            @NotBlank @Size(max = 500) String reason,

            @NotNull @Pattern(regexp = GroundsRequest.TICKET)
            String ticket) {
        Grounds grounds() {
            return new Grounds(reason, ticket);
        }
    }
}

package org.mobiletoken.operations.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.Difference;
import org.mobiletoken.operations.Grounds;
import org.mobiletoken.operations.Rebuild;
import org.mobiletoken.operations.SwapRebuild.Compared;
import org.mobiletoken.operations.rules.RebuildState;

/** What is asked and told of rebuilds. */
final class RebuildViews {
    private RebuildViews() {}

    /** Which projection. */
    public record RebuildRequest(@NotBlank @Size(max = 100) String projection) {}

    /** The hash of the difference that the second person has seen. */
    public record SwapRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash,
            @NotBlank @Size(max = 500) String reason,

            @NotNull @Pattern(regexp = GroundsRequest.TICKET)
            String ticket) {
        Grounds grounds() {
            return new Grounds(reason, ticket);
        }
    }

    /** The offsets of one partition, the end not included, and the next to be applied. */
    public record PartView(int partition, long first, long next, long end) {}

    /** A rebuild with how far it is. */
    public record RebuildView(
            UUID id,
            RebuildState state,
            String projection,
            String topic,
            String author,
            Instant plannedAt,
            @Nullable String reason,
            @Nullable String ticket,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String swappedBy,
            @Nullable String note,
            List<PartView> parts,
            long total,
            long done,
            @Nullable Long secondsLeft) {
        static RebuildView of(Rebuild rebuild, Instant now) {
            Grounds grounds = rebuild.grounds();
            return new RebuildView(
                    rebuild.id(),
                    rebuild.state(),
                    rebuild.projection(),
                    rebuild.topic(),
                    rebuild.author(),
                    rebuild.plannedAt(),
                    grounds == null ? null : grounds.reason(),
                    grounds == null ? null : grounds.ticket(),
                    rebuild.startedAt(),
                    rebuild.endedAt(),
                    rebuild.swappedBy(),
                    rebuild.note(),
                    rebuild.parts().stream()
                            .map(part -> new PartView(part.partition(), part.first(), part.next(), part.end()))
                            .toList(),
                    rebuild.total(),
                    rebuild.done(),
                    rebuild.timeLeft(now).map(Duration::toSeconds).orElse(null));
        }
    }

    /** How the table beside differs from the live one. */
    public record DifferenceView(
            boolean equal, long same, long ahead, long different, long onlyLive, List<String> examples, String hash) {
        static DifferenceView of(Compared compared) {
            Difference difference = compared.difference();
            return new DifferenceView(
                    difference.different() + difference.onlyLive() + difference.ahead() == 0,
                    difference.same(),
                    difference.ahead(),
                    difference.different(),
                    difference.onlyLive(),
                    difference.examples(),
                    compared.hash());
        }
    }
}

package org.mobiletoken.operations.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.DeadLetter;

/** What is told of dead letters. */
final class DeadLetterViews {
    private DeadLetterViews() {}

    /** A record that could not be read: why, for whom, where it came from, and the fingerprint of its bytes. */
    public record DeadLetterView(
            int partition,
            long offset,
            Instant deadSince,
            String consumer,
            String cause,
            String origin,
            @Nullable String key,
            String type,
            int bytes,
            String sha256) {
        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.partition(),
                    letter.offset(),
                    letter.deadSince(),
                    letter.consumer(),
                    letter.cause(),
                    letter.origin(),
                    letter.key(),
                    letter.type(),
                    letter.bytes(),
                    letter.sha256());
        }
    }

    /** What became of a letter that was handed over again. */
    public record RedrivenView(String result) {}
}

package org.mobiletoken.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id of a challenge, by which answers and support name it: the first sixteen bytes of the SHA-256 of its text. */
public final class ChallengeId {
    private ChallengeId() {}

    public static UUID of(String challenge) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(challenge.getBytes(StandardCharsets.US_ASCII)));
        return new UUID(hash.getLong(), hash.getLong());
    }
}

package org.mobiletoken.enrolment.rules;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A challenge is good for one app, one purpose, one key and one flow only. */
public record ChallengeScope(
        String app,
        Purpose purpose,
        String keyThumbprint,
        @Nullable UUID flow) {

    /** The bytes that tie a challenge to its scope; each part is preceded by its length, so that no two scopes look alike. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : new String[] {app, purpose.text(), keyThumbprint, flow == null ? "" : flow.toString()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}

package org.mobiletoken.notification.reports;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.mobiletoken.notification.rules.ReportReference;

/**
 * Reports as they are stored: encrypted by the primary key of the keyset, opened by any of its keys, and every part for its own place
 * in its own report, so that none can be moved to another.
 */
@ApplicationScoped
public class ReportCipher {

    /** The part that is not an attachment; attachments count from one. */
    static final int REPORT = 0;

    /** A keyset that begins so is published in the source code, and refused in production. */
    private static final String DEVELOPMENT_PREFIX = "development-only ";

    private static final byte TINK_PREFIX = 1;

    private final Aead aead;
    private final byte[] prefix;

    @Inject
    ReportCipher(ReportSettings settings) throws GeneralSecurityException {
        this(settings.keyset());
    }

    ReportCipher(String keyset) throws GeneralSecurityException {
        KeysetHandle keys = parse(keyset);
        this.aead = aead(keys);
        this.prefix = ByteBuffer.allocate(1 + Integer.BYTES)
                .put(TINK_PREFIX)
                .putInt(keys.getPrimary().getId())
                .array();
    }

    /** With what everything begins that the primary key has encrypted. */
    byte[] prefix() {
        return prefix.clone();
    }

    /** The same content under the primary key. */
    byte[] reencrypt(ReportReference reference, int part, byte[] encrypted) {
        return encrypt(reference, part, decrypt(reference, part, encrypted));
    }

    byte[] encrypt(ReportReference reference, int part, byte[] content) {
        try {
            return aead.encrypt(content, boundTo(reference, part));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An error report could not be encrypted", e);
        }
    }

    byte[] decrypt(ReportReference reference, int part, byte[] encrypted) {
        try {
            return aead.decrypt(encrypted, boundTo(reference, part));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key of the keyset opens error report " + reference, e);
        }
    }

    /** Whether it can be used as a keyset. */
    static boolean isKeyset(String keyset) {
        try {
            aead(parse(keyset));
            return true;
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static KeysetHandle parse(String keyset) throws GeneralSecurityException {
        AeadConfig.register();
        String json = keyset.startsWith(DEVELOPMENT_PREFIX) ? keyset.substring(DEVELOPMENT_PREFIX.length()) : keyset;
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private static byte[] boundTo(ReportReference reference, int part) {
        return (reference + "/" + part).getBytes(StandardCharsets.UTF_8);
    }
}

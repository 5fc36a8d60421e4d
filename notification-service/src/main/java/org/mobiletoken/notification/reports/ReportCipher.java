package org.mobiletoken.notification.reports;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    private final Aead aead;

    @Inject
    ReportCipher(ReportSettings settings) throws GeneralSecurityException {
        this(settings.keyset());
    }

    ReportCipher(String keyset) throws GeneralSecurityException {
        this.aead = aead(keyset);
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
            aead(keyset);
            return true;
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    private static Aead aead(String keyset) throws GeneralSecurityException {
        AeadConfig.register();
        String json = keyset.startsWith(DEVELOPMENT_PREFIX) ? keyset.substring(DEVELOPMENT_PREFIX.length()) : keyset;
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] boundTo(ReportReference reference, int part) {
        return (reference + "/" + part).getBytes(StandardCharsets.UTF_8);
    }
}

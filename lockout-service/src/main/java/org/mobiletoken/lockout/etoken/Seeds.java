package org.mobiletoken.lockout.etoken;

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
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mobiletoken.lockout.LockoutSettings;
import org.mobiletoken.lockout.rules.ETokenId;

/** Seeds as they are stored: encrypted, each for the e-token it belongs to, by the primary key of the keyset and opened by any of its keys. */
@ApplicationScoped
public class Seeds {

    /** A keyset that begins so is published in the source code, and refused in production. */
    static final String DEVELOPMENT_PREFIX = "development-only ";

    private static final byte TINK_PREFIX = 1;

    private final Aead aead;
    private final byte[] prefix;

    @Inject
    Seeds(LockoutSettings settings) throws GeneralSecurityException {
        this(settings.eToken()
                .keyset()
                .orElseThrow(() -> new IllegalStateException("mobile-token.lockout.e-token.keyset is missing.")));
    }

    Seeds(String keyset) throws GeneralSecurityException {
        KeysetHandle keys = parse(keyset);
        this.aead = aead(keys);
        this.prefix = ByteBuffer.allocate(1 + Integer.BYTES)
                .put(TINK_PREFIX)
                .putInt(keys.getPrimary().getId())
                .array();
    }

    /** With what everything begins that the primary key has encrypted. */
    public byte[] prefix() {
        return prefix.clone();
    }

    public String encrypt(ETokenId eToken, SecretKey seed) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(aead.encrypt(seed.getEncoded(), boundTo(eToken)));
    }

    public SecretKey decrypt(ETokenId eToken, String encryptedSeed) throws GeneralSecurityException {
        return new SecretKeySpec(aead.decrypt(Base64.getDecoder().decode(encryptedSeed), boundTo(eToken)), "RAW");
    }

    /** Whether it can be used as a keyset. */
    public static boolean isKeyset(String keyset) {
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
        var json = keyset.startsWith(DEVELOPMENT_PREFIX) ? keyset.substring(DEVELOPMENT_PREFIX.length()) : keyset;
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private static byte[] boundTo(ETokenId eToken) {
        return (eToken.manufacturer() + "\n" + eToken.serialNumber()).getBytes(StandardCharsets.UTF_8);
    }
}

package org.mobiletoken.lockout.etoken;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** The keysets that follow each other while a key is rotated. */
public final class RotatedKeyset {
    private final KeysetHandle before;
    private final KeysetHandle added;

    public RotatedKeyset(String keyset) throws GeneralSecurityException {
        AeadConfig.register();
        String json = keyset.startsWith(Seeds.DEVELOPMENT_PREFIX)
                ? keyset.substring(Seeds.DEVELOPMENT_PREFIX.length())
                : keyset;
        this.before = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        this.added = KeysetHandle.newBuilder(before).addEntry(fresh()).build();
    }

    public Seeds newKeyAdded() throws GeneralSecurityException {
        return seeds(added);
    }

    public Seeds newKeyPromoted() throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(added);
        builder.getAt(1).makePrimary();
        return seeds(builder.build());
    }

    public Seeds oldKeyGone() throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(added);
        builder.getAt(1).makePrimary();
        builder.deleteAt(0);
        return seeds(builder.build());
    }

    /** The old key in use again, and the new one still known. */
    public Seeds back() throws GeneralSecurityException {
        return newKeyAdded();
    }

    public Seeds another() throws GeneralSecurityException {
        return seeds(KeysetHandle.newBuilder().addEntry(fresh().makePrimary()).build());
    }

    private static KeysetHandle.Builder.Entry fresh() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
    }

    private static Seeds seeds(KeysetHandle keys) throws GeneralSecurityException {
        return new Seeds(TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }
}

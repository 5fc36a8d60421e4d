package org.mobiletoken.device;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.Map;

/** Encrypts a passcode to the key that the service publishes, bound to one challenge so that it is worthless in another proof. */
public final class PasscodeEncryption {
    private final ECKey publishedKey;

    private PasscodeEncryption(ECKey publishedKey) {
        this.publishedKey = publishedKey;
    }

    /** Takes the first encryption key out of the service's {@code /.well-known/jwks.json}: the newest comes first. */
    public static PasscodeEncryption of(String jwks) {
        try {
            return JWKSet.parse(jwks).getKeys().stream()
                    .filter(key -> KeyUse.ENCRYPTION.equals(key.getKeyUse()))
                    .findFirst()
                    .map(key -> new PasscodeEncryption(key.toECKey()))
                    .orElseThrow(() -> new IllegalArgumentException("The key set holds no encryption key"));
        } catch (ParseException e) {
            throw new IllegalArgumentException("The published keys are no JWK set", e);
        }
    }

    /** Gives the compact JWE that a proof over the same challenge carries. */
    public String encrypt(String passcode, String challenge) {
        JWEObject jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .keyID(publishedKey.getKeyID())
                        .build(),
                new Payload(Map.<String, Object>of("passcode", passcode, "challenge", challenge)));
        try {
            jwe.encrypt(new ECDHEncrypter(publishedKey));
        } catch (JOSEException e) {
            throw new IllegalStateException("The passcode could not be encrypted to the published key", e);
        }
        return jwe.serialize();
    }
}

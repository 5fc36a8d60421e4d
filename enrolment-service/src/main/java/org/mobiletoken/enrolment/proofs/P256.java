package org.mobiletoken.enrolment.proofs;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.Provider;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Objects;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The curve of all keys, by the fastest provider that runs on this machine: Amazon's is native and takes a seventh of the time that the
 * platform's own does, Bouncy Castle's runs everywhere and takes a fifth.
 */
public final class P256 {
    static final Provider PROVIDER = fastest(AmazonCorrettoCryptoProvider.INSTANCE);

    private P256() {}

    static JWSVerifier verifier(ECKey key) throws JOSEException {
        ECPublicKey publicKey = key.toECPublicKey(PROVIDER);
        var verifier = new ECDSAVerifier(publicKey);
        verifier.getJCAContext().setProvider(PROVIDER);
        return verifier;
    }

    static JWSSigner signer(ECKey key) throws JOSEException {
        ECPrivateKey privateKey = Objects.requireNonNull(key.toECPrivateKey(PROVIDER));
        var signer = new ECDSASigner(privateKey, Curve.P_256);
        signer.getJCAContext().setProvider(PROVIDER);
        return signer;
    }

    /** Opens what was encrypted for a key by ECDH-ES. */
    public static JWEDecrypter decrypter(ECKey key) throws JOSEException {
        var decrypter = new ECDHDecrypter(key);
        decrypter.getJCAContext().setKeyEncryptionProvider(PROVIDER);
        return decrypter;
    }

    /** Where Amazon's native library does not fit, its provider says so. */
    private static Provider fastest(AmazonCorrettoCryptoProvider amazon) {
        return amazon.getLoadingError() == null ? amazon : new BouncyCastleProvider();
    }
}

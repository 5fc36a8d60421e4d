package org.mobiletoken.load;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;

/** Signatures verified on one core by the provider of enrolment-service, with nothing around it. */
final class RawEs256 {
    private static final byte[] SIGNED = new byte[300];

    private RawEs256() {}

    /** Lets this JVM sign proofs natively too, so that the machine is left to what is measured. */
    static void useEverywhere() {
        Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
            Security.insertProviderAt(provider, 1);
        }
    }

    static double verifiedPerSecond(Duration time) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair key = generator.generateKeyPair();
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivate());
            signer.update(SIGNED);
            byte[] signature = signer.sign();
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            long times = 0;
            while (System.nanoTime() < end) {
                var verifier = Signature.getInstance("SHA256withECDSA");
                verifier.initVerify(key.getPublic());
                verifier.update(SIGNED);
                if (!verifier.verify(signature)) {
                    throw new IllegalStateException("A right signature was found wrong");
                }
                times++;
            }
            return times * 1e9 / (System.nanoTime() - begin);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM knows no ES256", e);
        }
    }
}

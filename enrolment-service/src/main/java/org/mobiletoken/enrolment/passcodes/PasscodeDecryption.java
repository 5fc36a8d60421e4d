package org.mobiletoken.enrolment.passcodes;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mobiletoken.enrolment.proofs.P256;
import org.mobiletoken.enrolment.proofs.ServerKeys;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.Passcode;

/** Opens the passcode of a proof; one that was encrypted for another challenge is worth nothing. */
@ApplicationScoped
public class PasscodeDecryption {
    private static final Set<String> HEADER = Set.of("alg", "enc", "kid", "epk");
    private static final Set<String> MEMBERS = Set.of("passcode", "challenge");

    private final ServerKeys keys;

    PasscodeDecryption(ServerKeys keys) {
        this.keys = keys;
    }

    /** The passcode, or nothing where the proof carries none that this service can open and that belongs to it. */
    public Optional<Passcode> of(SignedProof proof) {
        if (proof.encryptedPasscode() == null) {
            return Optional.empty();
        }
        try {
            JWEObject jwe = JWEObject.parse(proof.encryptedPasscode());
            Optional<ECKey> key = keyFor(jwe.getHeader());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            jwe.decrypt(P256.decrypter(key.get()));
            Map<String, Object> content = jwe.getPayload().toJSONObject();
            return content != null
                            && MEMBERS.equals(content.keySet())
                            && proof.challenge().equals(content.get("challenge"))
                            && content.get("passcode") instanceof String passcode
                    ? Optional.of(new Passcode(passcode))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException notReadable) {
            return Optional.empty();
        }
    }

    private Optional<ECKey> keyFor(JWEHeader header) {
        boolean asSpecified = JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                && HEADER.equals(header.toJSONObject().keySet());
        return asSpecified ? keys.encryptionKey(header.getKeyID()) : Optional.empty();
    }
}

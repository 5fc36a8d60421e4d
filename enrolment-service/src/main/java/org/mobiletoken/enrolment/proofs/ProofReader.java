package org.mobiletoken.enrolment.proofs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.Subject;

/** Reads a proof and lets nothing pass that the specification for the apps does not name. */
@ApplicationScoped
public class ProofReader {
    private static final int LONGEST = 8 * 1024;
    private static final JOSEObjectType TYPE = new JOSEObjectType("mobile-token-proof+jwt");
    private static final String AUDIENCE = "mobile-token";
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid", "jwk");
    private static final Set<String> JWK_MEMBERS = Set.of("kty", "crv", "x", "y");
    private static final Set<String> CLAIMS = Set.of("aud", "purpose", "challenge", "iat", "subject", "passcode");
    private static final Set<String> TARGET = Set.of("targetApp", "targetKey");

    /** The proof, or nothing where the text is not one. */
    public Optional<SignedProof> read(String compact) {
        if (compact.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(JWSObject.parse(compact));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException notAProof) {
            return Optional.empty();
        }
    }

    private static Optional<SignedProof> read(JWSObject jws) throws ParseException, JOSEException {
        JWSHeader header = jws.getHeader();
        String thumbprint = header.getKeyID();
        Map<String, Object> claims = jws.getPayload().toJSONObject();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || !TYPE.equals(header.getType())
                || !HEADER.containsAll(header.toJSONObject().keySet())
                || thumbprint == null
                || !THUMBPRINT.matcher(thumbprint).matches()
                || claims == null
                || !CLAIMS.containsAll(claims.keySet())
                || !AUDIENCE.equals(claims.get("aud"))
                || !(claims.get("iat") instanceof Number issuedAt)
                || issuedAt.doubleValue() != issuedAt.longValue()
                || !(claims.get("purpose") instanceof String purposeText)
                || !(claims.get("challenge") instanceof String challenge)) {
            return Optional.empty();
        }
        Purpose purpose = Purpose.parse(purposeText).orElse(null);
        ECKey introduced = header.getJWK() == null ? null : publicKey(header.getJWK(), thumbprint);
        Subject subject = subject(claims.get("subject"));
        if (purpose == null
                || purpose.introducesKey() != (introduced != null)
                || subject == null
                || !(claims.get("passcode") instanceof String) && claims.containsKey("passcode")) {
            return Optional.empty();
        }
        return Optional.of(new SignedProof(
                jws,
                thumbprint,
                introduced,
                purpose,
                challenge,
                Instant.ofEpochSecond(issuedAt.longValue()),
                subject,
                (String) claims.get("passcode")));
    }

    private static ECKey publicKey(JWK jwk, String thumbprint) throws JOSEException {
        if (jwk instanceof ECKey key
                && Curve.P_256.equals(key.getCurve())
                && JWK_MEMBERS.equals(key.toJSONObject().keySet())
                && key.computeThumbprint().toString().equals(thumbprint)) {
            return key;
        }
        throw new IllegalArgumentException("The embedded key is no public P-256 key of the named thumbprint");
    }

    private static @Nullable Subject subject(@Nullable Object claim) {
        if (claim == null) {
            return new Subject.Nothing();
        }
        if (claim instanceof String hash) {
            return new Subject.Details(hash);
        }
        if (claim instanceof Map<?, ?> target
                && TARGET.equals(target.keySet())
                && target.get("targetApp") instanceof String app
                && target.get("targetKey") instanceof String key) {
            return new Subject.Target(app, key);
        }
        return null;
    }
}

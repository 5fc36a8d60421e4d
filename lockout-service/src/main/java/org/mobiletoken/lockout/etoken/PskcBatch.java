package org.mobiletoken.lockout.etoken;

import static org.mobiletoken.lockout.etoken.PskcXml.PSKC;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathKind;
import org.w3c.dom.Element;

/** A batch of e-tokens as its manufacturer ships it (RFC 6030); anything that is not understood refuses the whole batch. */
public final class PskcBatch {

    private static final String ALGORITHM = PSKC + ":";
    private static final Set<Integer> DIGITS = Set.of(6, 7, 8);
    private static final Set<Long> STEPS = Set.of(30L, 60L);
    private static final int SHORTEST_SEED = 16;
    private static final long HIGHEST_COUNTER = 1_000_000_000_000L;

    private final PskcCipher cipher;

    private PskcBatch(PskcCipher cipher) {
        this.cipher = cipher;
    }

    public static List<PskcKey> read(InputStream file, byte[] preSharedKey) throws IOException, PskcRefused {
        var container = PskcXml.root(file);
        if (!PSKC.equals(container.getNamespaceURI()) || !"KeyContainer".equals(container.getLocalName())) {
            throw new PskcRefused("The file is not a PSKC key container.");
        }
        var batch = new PskcBatch(PskcCipher.of(container, preSharedKey));
        var keys = new ArrayList<PskcKey>();
        for (var pack : PskcXml.children(container, PSKC, "KeyPackage")) {
            keys.add(batch.key(pack));
        }
        if (keys.isEmpty()) {
            throw new PskcRefused("The file holds no e-token.");
        }
        return List.copyOf(keys);
    }

    private PskcKey key(Element pack) throws PskcRefused {
        var device = PskcXml.needed(pack, PSKC, "DeviceInfo");
        var eToken = new ETokenId(named(device, "Manufacturer"), named(device, "SerialNo"));
        var key = PskcXml.needed(pack, PSKC, "Key");
        try {
            return key(eToken, key);
        } catch (NumberFormatException e) {
            throw refused(eToken, "has a number that is none");
        }
    }

    private PskcKey key(ETokenId eToken, Element key) throws PskcRefused {
        if (PskcXml.child(key, "Policy").isPresent()) {
            throw refused(eToken, "comes with a policy, which cannot be kept here");
        }
        var parameters = PskcXml.needed(key, PSKC, "AlgorithmParameters");
        var data = PskcXml.needed(key, PSKC, "Data");
        var kind = kind(eToken, key, parameters, data);
        long counter = kind instanceof OathKind.Counted ? number(eToken, data, "Counter", 0) : 0;
        if (counter < 0 || counter > HIGHEST_COUNTER) {
            throw refused(eToken, "begins with a counter that cannot be");
        }
        return new PskcKey(eToken, kind, seed(eToken, data), counter);
    }

    private SecretKeySpec seed(ETokenId eToken, Element data) throws PskcRefused {
        var secret = PskcXml.needed(data, PSKC, "Secret");
        if (PskcXml.child(secret, "PlainValue").isPresent()) {
            throw refused(eToken, "has its seed in plain text: ask the manufacturer for an encrypted file");
        }
        byte[] seed = cipher.open(secret);
        if (seed.length < SHORTEST_SEED) {
            throw refused(eToken, "has a seed of less than 128 bits");
        }
        return new SecretKeySpec(seed, "RAW");
    }

    private static OathKind kind(ETokenId eToken, Element key, Element parameters, Element data) throws PskcRefused {
        var hash = hash(eToken, parameters);
        int digits = digits(eToken, parameters);
        return switch (key.getAttribute("Algorithm")) {
            case ALGORITHM + "hotp" -> new OathKind.Counted(hash, digits);
            case ALGORITHM + "totp" -> {
                long step = number(eToken, data, "TimeInterval", 30);
                if (!STEPS.contains(step) || number(eToken, data, "Time", 0) != 0) {
                    throw refused(eToken, "counts time otherwise than in steps of 30 or 60 seconds since 1970");
                }
                yield new OathKind.Timed(hash, digits, Duration.ofSeconds(step));
            }
            case String other -> throw refused(eToken, "has the algorithm %s, which is not known".formatted(other));
        };
    }

    private static OathKind.Hash hash(ETokenId eToken, Element parameters) throws PskcRefused {
        var suite = PskcXml.child(parameters, "Suite").map(PskcXml::text).orElse("SHA1");
        return switch (suite.toUpperCase(Locale.ROOT).replace("-", "").replace("HMAC", "")) {
            case "SHA1" -> OathKind.Hash.SHA1;
            case "SHA256" -> OathKind.Hash.SHA256;
            case "SHA512" -> OathKind.Hash.SHA512;
            default -> throw refused(eToken, "has the suite %s, which is not known".formatted(suite));
        };
    }

    private static int digits(ETokenId eToken, Element parameters) throws PskcRefused {
        var format = PskcXml.needed(parameters, PSKC, "ResponseFormat");
        int digits = Integer.parseInt(format.getAttribute("Length"));
        boolean plain = format.getAttribute("Encoding").equals("DECIMAL")
                && !Boolean.parseBoolean(format.getAttribute("CheckDigits"));
        if (!plain || !DIGITS.contains(digits)) {
            throw refused(eToken, "shows something else than six to eight digits");
        }
        return digits;
    }

    private static long number(ETokenId eToken, Element data, String name, long otherwise) throws PskcRefused {
        var element = PskcXml.child(data, name);
        if (element.isEmpty()) {
            return otherwise;
        }
        var plain = PskcXml.child(element.get(), "PlainValue");
        if (plain.isEmpty()) {
            throw refused(eToken, "has a %s that is not a plain value".formatted(name));
        }
        return Long.parseLong(PskcXml.text(plain.get()));
    }

    private static String named(Element device, String name) throws PskcRefused {
        var value = PskcXml.text(PskcXml.needed(device, PSKC, name));
        if (!value.matches(ETokenId.PART)) {
            throw new PskcRefused("The file has a %s that is empty, too long or not of letters, digits, blanks and ._-."
                    .formatted(name));
        }
        return value;
    }

    private static PskcRefused refused(ETokenId eToken, String why) {
        return new PskcRefused("The e-token %s %s.".formatted(eToken, why));
    }
}

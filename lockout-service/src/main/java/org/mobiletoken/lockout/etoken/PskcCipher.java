package org.mobiletoken.lockout.etoken;

import static org.mobiletoken.lockout.etoken.PskcXml.PSKC;
import static org.mobiletoken.lockout.etoken.PskcXml.XENC;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;

/** Opens what a batch holds encrypted with a pre-shared key: AES-CBC, and a MAC that is checked before anything is decrypted. */
final class PskcCipher {

    private static final Set<Integer> KEY_LENGTHS = Set.of(16, 32);
    private static final int BLOCK = 16;

    private final byte[] preSharedKey;
    private final String macAlgorithm;
    private final byte[] macKey;

    private PskcCipher(byte[] preSharedKey, String macAlgorithm, byte[] macKey) {
        this.preSharedKey = preSharedKey;
        this.macAlgorithm = macAlgorithm;
        this.macKey = macKey;
    }

    static PskcCipher of(Element container, byte[] preSharedKey) throws PskcRefused {
        if (!KEY_LENGTHS.contains(preSharedKey.length)) {
            throw new PskcRefused("The pre-shared key must have 16 or 32 bytes.");
        }
        var encryption = PskcXml.child(container, "EncryptionKey")
                .orElseThrow(
                        () -> new PskcRefused("The file holds seeds in plain text: ask the manufacturer for one that"
                                + " is encrypted with a pre-shared key."));
        if (PskcXml.children(encryption, "http://www.w3.org/2000/09/xmldsig#", "KeyName")
                .isEmpty()) {
            throw new PskcRefused("The file is encrypted with something else than a pre-shared key.");
        }
        var macMethod = PskcXml.needed(container, PSKC, "MACMethod");
        var plain = new PskcCipher(preSharedKey, macAlgorithm(macMethod), preSharedKey);
        var macKey = PskcXml.child(macMethod, "MACKey");
        return macKey.isEmpty() ? plain : new PskcCipher(preSharedKey, plain.macAlgorithm, plain.decrypt(macKey.get()));
    }

    /** The content of an element with an {@code EncryptedValue} and its {@code ValueMAC}. */
    byte[] open(Element element) throws PskcRefused {
        var encrypted = PskcXml.needed(element, PSKC, "EncryptedValue");
        var expected = base64(PskcXml.needed(element, PSKC, "ValueMAC"));
        if (!MessageDigest.isEqual(expected, mac(cipherValue(encrypted)))) {
            throw new PskcRefused(
                    "A seed's MAC does not match: the file was changed, or the pre-shared key is another.");
        }
        return decrypt(encrypted);
    }

    private byte[] mac(byte[] bytes) {
        try {
            var mac = Mac.getInstance(macAlgorithm);
            mac.init(new SecretKeySpec(macKey, macAlgorithm));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + macAlgorithm, e);
        }
    }

    private byte[] decrypt(Element encrypted) throws PskcRefused {
        var method = PskcXml.needed(encrypted, XENC, "EncryptionMethod").getAttribute("Algorithm");
        if (!method.equals(XENC + "aes" + preSharedKey.length * Byte.SIZE + "-cbc")) {
            throw new PskcRefused("The file is encrypted with %s, which a pre-shared key of %d bytes does not open."
                    .formatted(method, preSharedKey.length));
        }
        var bytes = cipherValue(encrypted);
        try {
            // XML Encryption fills the last block up with any bytes and their number.
            var cipher = Cipher.getInstance("AES/CBC/ISO10126Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(preSharedKey, "AES"),
                    new IvParameterSpec(Arrays.copyOf(bytes, BLOCK)));
            return cipher.doFinal(bytes, BLOCK, bytes.length - BLOCK);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PskcRefused("The file cannot be decrypted: the pre-shared key is another.");
        }
    }

    private static byte[] cipherValue(Element encrypted) throws PskcRefused {
        var data = PskcXml.needed(encrypted, XENC, "CipherData");
        return base64(PskcXml.needed(data, XENC, "CipherValue"));
    }

    private static String macAlgorithm(Element macMethod) throws PskcRefused {
        return switch (macMethod.getAttribute("Algorithm")) {
            case "http://www.w3.org/2000/09/xmldsig#hmac-sha1" -> "HmacSHA1";
            case "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256" -> "HmacSHA256";
            case String other -> throw new PskcRefused("The file's MAC method %s is not known.".formatted(other));
        };
    }

    private static byte[] base64(Element element) throws PskcRefused {
        try {
            return Base64.getDecoder().decode(PskcXml.text(element).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new PskcRefused("The file has a %s that is not base64.".formatted(element.getLocalName()));
        }
    }
}

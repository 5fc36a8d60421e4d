package org.mobiletoken.lockout.etoken;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Writes a batch as a manufacturer does. */
public final class PskcFile {

    public static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] MAC_KEY = "another key for the MAC".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StringBuilder packages = new StringBuilder();

    /** @param kind hotp or totp */
    public PskcFile with(String serial, String kind, String parameters, byte[] seed, String data)
            throws GeneralSecurityException {
        var encrypted = encrypted(seed);
        packages.append("""
                <KeyPackage><DeviceInfo><Manufacturer>oath.ACME</Manufacturer><SerialNo>%s</SerialNo></DeviceInfo>
                <Key Id="%s" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:%s">
                <AlgorithmParameters>%s</AlgorithmParameters>
                <Data><Secret><EncryptedValue>%s</EncryptedValue><ValueMAC>%s</ValueMAC></Secret>%s</Data></Key></KeyPackage>
                """.formatted(serial, serial, kind, parameters, xml(encrypted), mac(encrypted), data));
        return this;
    }

    public PskcFile counting(String serial, byte[] seed) throws GeneralSecurityException {
        return with(serial, "hotp", "<ResponseFormat Length=\"6\" Encoding=\"DECIMAL\"/>", seed, "");
    }

    public String xml() throws GeneralSecurityException {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
                    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
                <EncryptionKey><ds:KeyName>batch-7</ds:KeyName></EncryptionKey>
                <MACMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"><MACKey>%s</MACKey></MACMethod>
                %s</KeyContainer>""".formatted(xml(encrypted(MAC_KEY)), packages);
    }

    public static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] encrypted(byte[] plain) throws GeneralSecurityException {
        var iv = new byte[16];
        RANDOM.nextBytes(iv);
        var cipher = Cipher.getInstance("AES/CBC/ISO10126Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(iv));
        var text = cipher.doFinal(plain);
        var all = new byte[iv.length + text.length];
        System.arraycopy(iv, 0, all, 0, iv.length);
        System.arraycopy(text, 0, all, iv.length, text.length);
        return all;
    }

    private static String mac(byte[] bytes) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(MAC_KEY, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
    }

    private static String xml(byte[] encrypted) {
        return """
                <xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>\
                <xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>""".formatted(Base64.getEncoder().encodeToString(encrypted));
    }
}

package org.mobiletoken.notification.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.bank.BankSmsc;

class SmppOverTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String NUMBER = "+85291234567";
    private static final SendOutcome NOT_BOUND = new SendOutcome.NotTaken("not-bound");

    @TempDir
    static Path folder;

    private static SSLContext forLocalhost;
    private static SSLContext forAnotherHost;

    @BeforeAll
    static void make_certificates() throws Exception {
        forLocalhost = context("localhost");
        forAnotherHost = context("smsc.bank.example");
    }

    @Test
    void messages_go_over_tls_to_a_centre_with_a_trusted_certificate_of_its_host() {
        try (BankSmsc smsc = new BankSmsc(forLocalhost);
                SmppGateway gateway = gateway(smsc, forLocalhost)) {
            gateway.start();
            Awaitility.await().until(() -> send(gateway) instanceof SendOutcome.Accepted);
            assertThat(smsc.received(NUMBER)).isNotEmpty();
        }
    }

    @Test
    void a_centre_with_the_certificate_of_another_host_is_not_bound() {
        nothingIsBound(forAnotherHost, forAnotherHost);
    }

    @Test
    void a_centre_with_an_untrusted_certificate_is_not_bound() {
        nothingIsBound(forLocalhost, forAnotherHost);
    }

    private static void nothingIsBound(SSLContext server, SSLContext client) {
        try (BankSmsc smsc = new BankSmsc(server);
                BankSmsc plain = new BankSmsc();
                SmppGateway refused = gateway(smsc, client);
                SmppGateway marker =
                        new SmppGateway(TestSmppSettings.of(plain), null, receipt -> {}, Clock.systemUTC())) {
            refused.start();
            marker.start();
            Awaitility.await().until(() -> send(marker) instanceof SendOutcome.Accepted);
            assertThat(send(refused)).isEqualTo(NOT_BOUND);
            assertThat(smsc.sessions()).isZero();
        }
    }

    private static SmppGateway gateway(BankSmsc smsc, SSLContext tls) {
        return new SmppGateway(TestSmppSettings.of(smsc), tls, receipt -> {}, Clock.systemUTC());
    }

    private static SendOutcome send(SmppGateway gateway) {
        return gateway.send(new Sms(UUID.randomUUID(), Traffic.INFO, NUMBER, "text", null));
    }

    /** A context with a new key for this host, which also trusts it. */
    private static SSLContext context(String host) throws Exception {
        Path file = folder.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "smsc",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("smsc", keys.getCertificate("smsc"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}

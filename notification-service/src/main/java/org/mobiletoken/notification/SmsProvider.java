package org.mobiletoken.notification;

import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.mobiletoken.notification.httpsms.HttpGateway;
import org.mobiletoken.notification.httpsms.HttpSmsSettings;
import org.mobiletoken.notification.smpp.SmppGateway;
import org.mobiletoken.notification.smpp.SmppSettings;

/** The provider of short messages that the settings choose, ready from start to stop. */
@Singleton
class SmsProvider {

    @Produces
    @Singleton
    @Startup
    SmsGateway gateway(
            SmsSettings settings,
            SmppSettings smpp,
            HttpSmsSettings http,
            TlsConfigurationRegistry tls,
            TakeReceipt receipts,
            Clock clock) {
        return switch (settings.provider()) {
            case SMPP -> {
                SSLContext context = smpp.tlsConfigurationName()
                        .map(name -> context(name, tls))
                        .orElse(null);
                SmppGateway gateway = new SmppGateway(smpp, context, receipts::take, clock);
                gateway.start();
                yield gateway;
            }
            case HTTP -> new HttpGateway(http, clock);
        };
    }

    void stop(@Disposes SmsGateway gateway) {
        gateway.close();
    }

    private static SSLContext context(String name, TlsConfigurationRegistry tls) {
        TlsConfiguration configuration = tls.get(name)
                .orElseThrow(
                        () -> new IllegalStateException("The setting mobile-token.smpp.tls-configuration-name names "
                                + name + ", but there is no quarkus.tls." + name + "."));
        try {
            return configuration.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("The TLS configuration " + name + " cannot be used.", e);
        }
    }
}

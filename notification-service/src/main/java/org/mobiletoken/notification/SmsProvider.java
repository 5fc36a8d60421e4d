package org.mobiletoken.notification;

import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.mobiletoken.notification.smpp.SmppGateway;
import org.mobiletoken.notification.smpp.SmppSettings;

/** The provider of short messages that the settings choose, ready from start to stop. */
@Singleton
class SmsProvider {

    @Produces
    @Singleton
    @Startup
    SmsGateway gateway(SmppSettings smpp, TlsConfigurationRegistry tls, TakeReceipt receipts, Clock clock) {
        SSLContext context =
                smpp.tlsConfigurationName().map(name -> context(name, tls)).orElse(null);
        SmppGateway gateway = new SmppGateway(smpp, context, receipts::take, clock);
        gateway.start();
        return gateway;
    }

    void stop(@Disposes SmsGateway gateway) {
        gateway.close();
    }

    private static SSLContext context(String name, TlsConfigurationRegistry tls) {
        try {
            return tls.get(name)
                    .orElseThrow(() ->
                            new IllegalStateException("The setting mobile-token.smpp.tls-configuration-name names "
                                    + name + ", but there is no quarkus.tls." + name + "."))
                    .createSSLContext();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The TLS configuration " + name + " cannot be used.", e);
        } catch (Exception e) {
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        }
    }
}

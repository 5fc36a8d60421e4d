package org.mobiletoken.notification.bank;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The outside world of the service under test; tests declare fields of both types to reach it. */
public final class BankResource implements QuarkusTestResourceLifecycleManager {

    private final BankSmsc smsc = new BankSmsc();
    private final TinyDirectory directory = new TinyDirectory();
    private final BankMail mail = new BankMail();

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("mobile-token.smpp.host", "127.0.0.1"),
                Map.entry("mobile-token.smpp.port", Integer.toString(smsc.port())),
                Map.entry("mobile-token.smpp.answer-within", "PT1.5S"),
                Map.entry("mobile-token.smpp.first-pause", "PT0.05S"),
                Map.entry("mobile-token.smpp.longest-pause", "PT0.2S"),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", Integer.toString(mail.port())),
                Map.entry("mobile-token.urls.directory", directory.url()),
                Map.entry("mobile-token.messages.notices.look-every", "PT0.2S"),
                Map.entry("mobile-token.messages.notices.retry-after", "PT0.2S"),
                Map.entry("mobile-token.messages.cut-off-check", "1h"),
                Map.entry("quarkus.oidc-client.discovery-enabled", "false"),
                Map.entry("quarkus.oidc-client.auth-server-url", directory.url()),
                Map.entry("quarkus.oidc-client.token-path", "/token"),
                Map.entry("quarkus.oidc-client.credentials.secret", "not-a-secret"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(smsc, new TestInjector.MatchesType(BankSmsc.class));
        injector.injectIntoFields(mail, new TestInjector.MatchesType(BankMail.class));
        injector.injectIntoFields(directory, new TestInjector.MatchesType(TinyDirectory.class));
    }

    @Override
    public void stop() {
        smsc.close();
        directory.close();
        mail.close();
    }
}

package org.mobiletoken.lockout;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import org.mobiletoken.http.Starting;

/** Without arguments the service; with arguments a command, which answers no HTTP, has no schedule and needs no identity provider. */
@QuarkusMain
public final class Main {

    private static final Map<String, String> OF_A_COMMAND = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.oidc.tenant-enabled", "false",
            "quarkus.oidc-client.client-enabled", "false",
            "quarkus.banner.enabled", "false",
            "quarkus.log.level", "ERROR");

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Starting.run();
        } else {
            OF_A_COMMAND.forEach(System::setProperty);
            Quarkus.run(LoadETokensCommand.class, arguments);
        }
    }
}

package org.mobiletoken.enrolment.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Points the service at {@link FakeNeighbours}, which opens the port chosen here. */
public final class NeighboursResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        int port = freePort();
        String url = "http://127.0.0.1:" + port;
        Map<String, String> settings = new HashMap<>();
        settings.put("fake-neighbours.port", Integer.toString(port));
        for (String neighbour : new String[] {"lockout", "notification", "directory"}) {
            settings.put("mobile-token.urls." + neighbour, url);
        }
        settings.put("quarkus.oidc-client.discovery-enabled", "false");
        settings.put("quarkus.oidc-client.token-path", url + "/token");
        settings.put("quarkus.oidc-client.credentials.secret", "enrolment-service-secret");
        return settings;
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

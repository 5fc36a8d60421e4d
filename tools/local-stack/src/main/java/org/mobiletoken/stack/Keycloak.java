package org.mobiletoken.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;

/** Keycloak on a free port with the realm {@code mobile-token}. */
public final class Keycloak implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(4);

    private final int port;
    private final ChildProcess child;

    private Keycloak(int port, ChildProcess child) {
        this.port = port;
        this.child = child;
    }

    /** Starts Keycloak with the realm of this file, its sessions under {@code folder}; the first start in a clone also builds it. */
    public static Keycloak start(Path root, Path realm, Path folder) {
        KeycloakHome home = KeycloakHome.prepare(root, realm);
        int port = FreePort.next();
        Path database = folder.resolve("realm-" + checksum(realm));
        ChildProcess child = home.launch(
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + port,
                        "--cache=local",
                        "--db-url=jdbc:h2:file:" + database.toAbsolutePath()
                                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"),
                folder,
                folder.resolve("keycloak.log"));
        var keycloak = new Keycloak(port, child);
        URI document = URI.create(keycloak.realm() + "/.well-known/openid-configuration");
        child.awaitReady(START_WITHIN, () -> HttpProbe.answersOk(document));
        return keycloak;
    }

    /** The realm's address, which is also the issuer of its tokens. */
    public URI realm() {
        return URI.create("http://127.0.0.1:" + port + "/realms/mobile-token");
    }

    @Override
    public void close() {
        child.stop();
    }

    ChildProcess child() {
        return child;
    }

    /** A realm that exists is not imported again, so a changed file gets a database of its own. */
    private static String checksum(Path file) {
        try {
            var crc = new CRC32();
            crc.update(Files.readAllBytes(file));
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new StackException("The realm cannot be read from " + file + ".", e);
        }
    }
}

package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

/** Speed that is bought with safety is no figure: nothing is measured unless what runs says that every safety setting is on. */
final class Safety {
    private static final Map<ServiceName, String> PROTECTED = Map.of(
            ServiceName.ENROLMENT, "/v1/token",
            ServiceName.SYNC, "/v1/sync-offer",
            ServiceName.LOCKOUT, "/v1/freeze",
            ServiceName.NOTIFICATION, "/v1/customers/anybody/messages");
    private static final Pattern PRODUCER_SETTING =
            Pattern.compile("(?:\\b|\\\\t)(acks|enable\\.idempotence) = ([\\w.-]+)");
    private static final Map<String, String> DURABLE = Map.of("acks", "-1", "enable.idempotence", "true");
    private static final int UNAUTHORIZED = 401;

    private Safety() {}

    static void check(Platform platform) {
        platform.services().forEach((service, replicas) -> {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                checkPostgres(platform, service, setting);
            }
            replicas.forEach(replica -> checkTokens(platform, service, replica));
        });
        long seen = platform.services().values().stream()
                .flatMap(List::stream)
                .mapToLong(Safety::checkProducers)
                .sum();
        refuseUnless(seen > 0, "no service has written down with which settings it publishes");
    }

    private static void checkPostgres(Platform platform, ServiceName service, String setting) {
        var database = platform.stack().database(service);
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                var shown = statement.executeQuery("show " + setting)) {
            shown.next();
            refuseUnless(shown.getString(1).equals("on"), setting + " is off in PostgreSQL");
        } catch (SQLException e) {
            throw new Refusal("Nothing is measured: PostgreSQL does not say whether " + setting + " is on.", e);
        }
    }

    private static void checkTokens(Platform platform, ServiceName service, ServiceProcess replica) {
        URI protectedPage = replica.url().resolve(PROTECTED.get(service));
        String token = platform.service(service).get();
        String forged = token.substring(0, token.lastIndexOf('.')) + ".Zm9yZ2Vk";
        refuseUnless(
                status(HttpRequest.newBuilder(protectedPage).build()) == UNAUTHORIZED,
                replica.name() + " answers without an access token");
        refuseUnless(
                status(HttpRequest.newBuilder(protectedPage)
                                .header("Authorization", "Bearer " + forged)
                                .build())
                        == UNAUTHORIZED,
                replica.name() + " accepts a forged access token");
    }

    private static int status(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Every producer writes its settings into the log when it is made; says how many of them were seen. */
    private static long checkProducers(ServiceProcess replica) {
        try {
            var settings = PRODUCER_SETTING
                    .matcher(Files.readString(replica.log()))
                    .results()
                    .toList();
            for (MatchResult setting : settings) {
                refuseUnless(
                        setting.group(2).equals(DURABLE.get(setting.group(1))),
                        replica.name() + " publishes with " + setting.group());
            }
            return settings.size();
        } catch (IOException e) {
            throw new UncheckedIOException("The log cannot be read: " + replica.log(), e);
        }
    }

    private static void refuseUnless(boolean safe, String otherwise) {
        if (!safe) {
            throw new Refusal("Nothing is measured: " + otherwise + ".");
        }
    }
}

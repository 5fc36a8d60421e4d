package org.mobiletoken.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one run, all free when it began; each part learns from here where the others are. */
record Addresses(Map<ServiceName, Integer> services, int bank, int smsCentre, int mailServer) {
    private static final String SMPP_PASSWORD = "MOBILE_TOKEN_SMPP_PASSWORD";
    private static final String DEVELOPMENT_SMPP_PASSWORD = "smpp-dev";

    static Addresses choose() {
        var services = new EnumMap<ServiceName, Integer>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            services.put(service, FreePort.next());
        }
        return new Addresses(services, FreePort.next(), FreePort.next(), FreePort.next());
    }

    int of(ServiceName service) {
        return services.getOrDefault(service, 0);
    }

    URI url(ServiceName service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    URI bankUrl() {
        return URI.create("http://127.0.0.1:" + bank);
    }

    /** What a service has to know of its surroundings. */
    Map<String, String> environmentOf(
            ServiceName service, StackSettings settings, Database database, String kafka, URI realm) {
        var all = new LinkedHashMap<String, String>();
        all.put("QUARKUS_PROFILE", settings.profile());
        all.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        all.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        all.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        all.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        all.put("QUARKUS_OIDC_AUTH_SERVER_URL", realm.toString());
        all.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", realm.toString());
        all.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", service.clientId());
        all.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", service.clientId() + "-secret");
        all.put("MOBILE_TOKEN_DEMO_CLOCK_FILE", settings.clockFile().toString());
        for (ServiceName neighbour : ServiceName.values()) {
            all.put("MOBILE_TOKEN_URLS_" + neighbour.name(), url(neighbour).toString());
        }
        all.put("MOBILE_TOKEN_URLS_DIRECTORY", bankUrl().toString());
        if (service == ServiceName.NOTIFICATION) {
            all.put("MOBILE_TOKEN_SMPP_HOST", "127.0.0.1");
            all.put("MOBILE_TOKEN_SMPP_PORT", Integer.toString(smsCentre));
            all.put("MOBILE_TOKEN_SMPP_SYSTEM_ID", "mobile-token");
            all.put(SMPP_PASSWORD, DEVELOPMENT_SMPP_PASSWORD);
            all.put("MOBILE_TOKEN_HTTP_SMS_URL", bankUrl() + "/sms");
            all.put("MOBILE_TOKEN_HTTP_SMS_API_KEY", "development-only-sms-key");
            all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            all.put("QUARKUS_MAILER_PORT", Integer.toString(mailServer));
        }
        all.putAll(settings.environmentOf(service));
        return all;
    }

    /** The simulator's SMS centre lets notification-service in with whatever password that has. */
    Map<String, String> environmentOfBank(StackSettings settings, URI realm) {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", realm.toString(),
                "BANK_SMPP_PORT", Integer.toString(smsCentre),
                "BANK_SMPP_PASSWORD",
                        settings.environmentOf(ServiceName.NOTIFICATION)
                                .getOrDefault(SMPP_PASSWORD, DEVELOPMENT_SMPP_PASSWORD),
                "BANK_SMTP_PORT", Integer.toString(mailServer),
                "MOBILE_TOKEN_DEMO_CLOCK_FILE", settings.clockFile().toString());
    }

    /** Writes the file that others read to find this run. */
    void write(Path file, URI realm, String kafka, int postgresPort) {
        var all = new LinkedHashMap<String, Object>();
        for (ServiceName service : ServiceName.values()) {
            all.put(service.shortName(), url(service).toString());
        }
        all.put("bank", bankUrl().toString());
        all.put("realm", realm.toString());
        all.put("kafka", kafka);
        all.put("smsCentrePort", smsCentre);
        all.put("mailServerPort", mailServer);
        all.put("postgresPort", postgresPort);
        all.put("pid", ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
        } catch (IOException e) {
            throw new StackException("The addresses could not be written to " + file + ".", e);
        }
    }
}

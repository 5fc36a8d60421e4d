package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the platform is and as whom tokenctl acts, from the environment; a file of addresses may give the former. The
 * secret is never an argument, which other users of the machine could see.
 */
final class Settings {
    static final List<String> SERVICES = List.of("enrolment", "sync", "lockout", "notification");

    private final Map<String, String> environment;
    private final @Nullable JsonNode addresses;

    private Settings(Map<String, String> environment, @Nullable JsonNode addresses) {
        this.environment = environment;
        this.addresses = addresses;
    }

    static Settings of(Map<String, String> environment, @Nullable Path endpoints) {
        String named = environment.get("TOKENCTL_ENDPOINTS");
        Path file = endpoints != null || named == null ? endpoints : Path.of(named);
        return new Settings(environment, file == null ? null : read(file));
    }

    URI service(String name) {
        if (!SERVICES.contains(name)) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "There is no service " + name + ". The services are " + String.join(", ", SERVICES) + ".");
        }
        return uri("TOKENCTL_" + name.toUpperCase(Locale.ROOT), name);
    }

    URI issuer() {
        return uri("TOKENCTL_ISSUER", "realm");
    }

    String kafka() {
        return needed("TOKENCTL_KAFKA", "kafka");
    }

    /** What a file says of encryption and of the operator's name at the broker, in the words of Kafka's own clients. */
    Map<String, Object> kafkaClient() {
        String file = environment.get("TOKENCTL_KAFKA_PROPERTIES");
        if (file == null || file.isBlank()) {
            return Map.of();
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            var properties = new Properties();
            properties.load(reader);
            Map<String, Object> all = new HashMap<>();
            properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
            return all;
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.USAGE, "The file " + file + " that TOKENCTL_KAFKA_PROPERTIES names cannot be read.");
        }
    }

    String clientId() {
        return needed("TOKENCTL_CLIENT_ID", "");
    }

    String clientSecret() {
        String file = environment.get("TOKENCTL_CLIENT_SECRET_FILE");
        if (file == null) {
            return needed("TOKENCTL_CLIENT_SECRET", "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.USAGE, "The file " + file + " that TOKENCTL_CLIENT_SECRET_FILE names cannot be read.");
        }
    }

    private URI uri(String variable, String member) {
        String text = needed(variable, member);
        try {
            return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitStatus.USAGE, variable + " is no address: " + text + ".");
        }
    }

    private String needed(String variable, String member) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(addresses)
                        .map(all -> all.path(member).asText(""))
                        .filter(value -> !value.isBlank()))
                .orElseThrow(() -> new Failure(
                        ExitStatus.USAGE,
                        variable + " is not set. The README of tokenctl lists what it has to be told."));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new Failure(ExitStatus.USAGE, "The file of addresses " + file + " cannot be read. Check its name.");
        }
    }
}

package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.mobiletoken.delivery.DeliverySettings;
import org.mobiletoken.delivery.Redelivery;

/** The consumers of this service with the topic and the group of each, and where its dead letters go. */
@ApplicationScoped
public class Topology {
    /** A consumer as Kafka knows it. */
    public record Consumer(String name, String topic, String group) {}

    private final Redelivery redelivery;
    private final DeliverySettings settings;
    private final Config config;

    Topology(Redelivery redelivery, DeliverySettings settings, Config config) {
        this.redelivery = redelivery;
        this.settings = settings;
        this.config = config;
    }

    public String service() {
        return config.getValue("quarkus.application.name", String.class);
    }

    public String deadLetterTopic() {
        return settings.deadLetterTopic();
    }

    public List<Consumer> consumers() {
        return redelivery.channels().entrySet().stream()
                .map(each -> consumer(each.getKey(), each.getValue()))
                .toList();
    }

    public Optional<Consumer> consumer(String name) {
        return consumers().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Consumer consumer(String name, String channel) {
        return new Consumer(
                name,
                of(channel, "topic").orElse(channel),
                of(channel, "group.id").orElseGet(this::service));
    }

    private Optional<String> of(String channel, String attribute) {
        return config.getOptionalValue("mp.messaging.incoming." + channel + "." + attribute, String.class);
    }
}

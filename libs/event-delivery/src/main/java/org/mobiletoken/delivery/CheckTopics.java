package org.mobiletoken.delivery;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Where {@code mobile-token.delivery.check-topics} is on, a service does not start on a broker that refuses it or lacks a topic of its:
 * it would look well and neither hear nor tell anything. A broker that is merely away is no reason, since all else works without it.
 */
@ApplicationScoped
class CheckTopics {
    private static final Logger LOG = Logger.getLogger(CheckTopics.class);
    private static final int BEFORE_CONSUMERS = 10;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topic");

    private final Map<String, Object> broker;
    private final DeliverySettings settings;
    private final Config config;

    CheckTopics(
            @Identifier("default-kafka-broker") Map<String, Object> broker, DeliverySettings settings, Config config) {
        this.broker = broker;
        this.settings = settings;
        this.config = config;
    }

    void check(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent start) {
        if (settings.checkTopics()) {
            problem(broker, topics(), ANSWERS_WITHIN).ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
        }
    }

    private List<String> topics() {
        List<String> topics = new ArrayList<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> TOPIC.matcher(name).matches())
                .forEach(name -> topics.add(config.getValue(name, String.class)));
        if (!topics.isEmpty()) {
            topics.add(settings.deadLetterTopic());
        }
        topics.addAll(settings.publishes().orElse(List.of()));
        return topics.stream().distinct().toList();
    }

    /** What keeps the service from starting, in a sentence. */
    static Optional<String> problem(Map<String, Object> broker, List<String> topics, Duration answersWithin) {
        Map<String, Object> patient = new HashMap<>(broker);
        patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) answersWithin.toMillis());
        patient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) answersWithin.toMillis() / 2);
        try (Admin admin = Admin.create(patient)) {
            return missing(admin.describeTopics(topics).topicNameValues());
        } catch (SslAuthenticationException e) {
            return TlsGreeting.problem(broker, answersWithin)
                    .or(() -> Optional.of("The broker and this service do not agree on TLS: check"
                            + " kafka.security.protocol and the certificates in kafka.ssl.truststore."));
        } catch (AuthenticationException e) {
            return Optional.of("The broker refuses this service's name or password: check kafka.sasl.");
        } catch (AuthorizationException e) {
            return Optional.of("The broker does not let this service see its topics: check its access rights.");
        } catch (KafkaException e) {
            Optional<String> misunderstood = TlsGreeting.problem(broker, answersWithin.dividedBy(4));
            if (misunderstood.isEmpty()) {
                LOG.warnf("The broker does not answer; events wait until it does: %s", Failures.describe(e));
            }
            return misunderstood;
        }
    }

    private static <T> Optional<String> missing(Map<String, KafkaFuture<T>> descriptions) {
        List<String> missing = new ArrayList<>();
        descriptions.forEach((topic, description) -> {
            if (!exists(description)) {
                missing.add(topic);
            }
        });
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The broker has no topic "
                        + String.join(", ", missing.stream().sorted().toList())
                        + ": create it before the service starts.");
    }

    private static boolean exists(KafkaFuture<?> description) {
        try {
            description.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}

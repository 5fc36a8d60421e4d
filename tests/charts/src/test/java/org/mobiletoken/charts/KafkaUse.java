package org.mobiletoken.charts;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;

/** What a service does with Kafka, as its code and the settings that it is built with say. */
record KafkaUse(Set<String> written, Set<String> read, Set<String> deadLetters, Set<String> groups, int readersAtMost) {
    private static final Pattern INCOMING = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.(.+)");

    static KafkaUse of(String service) {
        Map<String, String> settings = Sources.settings(service);
        Set<String> read = Set.copyOf(incoming(settings, "topic").values());
        return new KafkaUse(
                written(service),
                read,
                read.isEmpty() ? Set.of() : Set.of(settings.get("mobile-token.delivery.dead-letter-topic")),
                incoming(settings, "topic").keySet().stream()
                        .map(channel -> incoming(settings, "group.id")
                                .getOrDefault(channel, settings.get("quarkus.application.name")))
                        .collect(Collectors.toSet()),
                incoming(settings, "concurrency").values().stream()
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(1));
    }

    /** Events leave through the outbox, each to the topic of its contract: whoever makes one writes to that topic. */
    private static Set<String> written(String service) {
        return EventTypes.all().stream()
                .filter(event -> Sources.of(service).anyMatch(makes(event)))
                .map(EventTypes::topicOf)
                .collect(Collectors.toSet());
    }

    private static Predicate<String> makes(Class<? extends Event> event) {
        return text ->
                text.contains("import " + event.getName() + ";") && text.contains("new " + event.getSimpleName() + "(");
    }

    private static Map<String, String> incoming(Map<String, String> settings, String attribute) {
        return settings.entrySet().stream()
                .flatMap(setting -> Stream.of(INCOMING.matcher(setting.getKey()))
                        .filter(matcher -> matcher.matches() && matcher.group(2).equals(attribute))
                        .map(matcher -> Map.entry(matcher.group(1), setting.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

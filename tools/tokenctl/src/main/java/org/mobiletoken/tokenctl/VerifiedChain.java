package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.audit.ChainCheck;
import org.mobiletoken.audit.Entry;
import org.mobiletoken.audit.Finding;
import org.mobiletoken.audit.SealingKeys;

/** What the check of one service's chain came to. */
final class VerifiedChain {
    private static final int PAGE = 1000;
    private static final String RIGHT = "as it was sealed";

    private final Service service;
    private final ChainCheck check;
    private @Nullable JsonNode newest;
    private Optional<Finding> finding = Optional.empty();

    private VerifiedChain(Service service, SealingKeys keys) {
        this.service = service;
        this.check = new ChainCheck(service.name() + "-service", keys);
    }

    static VerifiedChain of(Service service, SealingKeys keys, Anchors anchors, Duration sealedWithin) {
        VerifiedChain chain = new VerifiedChain(service, keys);
        chain.readEntries();
        chain.readSeals();
        service.get("audit/outside")
                .forEach(row -> chain.check.outside(
                        row.path("table").asText(), row.path("row").asText()));
        anchors.of(service.name()).ifPresent(chain.check::anchor);
        chain.finding = chain.check.end(InstantSource.system().instant(), sealedWithin);
        return chain;
    }

    private void readEntries() {
        long after = 0;
        JsonNode page;
        do {
            page = service.get("audit/entries?after=" + after + "&limit=" + PAGE);
            for (JsonNode entry : page) {
                check.entry(shown(entry));
                after = entry.path("position").asLong();
            }
        } while (page.size() == PAGE);
    }

    private void readSeals() {
        long after = 0;
        JsonNode page;
        do {
            page = service.get("audit/seals?after=" + after + "&limit=" + PAGE);
            for (JsonNode seal : page) {
                check.seal(seal.path("seal").asText());
                after = seal.path("number").asLong();
                newest = seal;
            }
        } while (page.size() == PAGE);
    }

    private static ChainCheck.Shown shown(JsonNode entry) {
        return new ChainCheck.Shown(
                new Entry(
                        entry.path("position").asLong(),
                        entry.path("table").asText(),
                        entry.path("row").asText(),
                        Instant.parse(entry.path("at").asText()),
                        entry.path("digest").asText()),
                entry.path("hash").asText(),
                entry.hasNonNull("found") ? entry.path("found").asText() : null,
                entry.path("mayBeGone").asBoolean());
    }

    boolean isRight() {
        return finding.isEmpty();
    }

    Optional<String> newestSeal() {
        return Optional.ofNullable(newest).map(seal -> seal.path("seal").asText());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("service", service.name());
        json.put("entries", check.entries());
        json.put("newestSeal", sealedAt());
        json.put("right", isRight());
        finding.ifPresent(found -> json.put("finding", found.sentence()));
        return json;
    }

    List<String> row() {
        return List.of(
                service.name(),
                Long.toString(check.entries()),
                sealedAt(),
                finding.map(Finding::sentence).orElse(RIGHT));
    }

    private String sealedAt() {
        return newest == null ? "-" : Output.text(newest, "sealedAt");
    }
}

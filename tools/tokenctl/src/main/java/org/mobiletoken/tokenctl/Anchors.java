package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The newest seal that was seen of each service: a chain that no longer reaches it has been cut. */
final class Anchors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode seals;

    private Anchors(ObjectNode seals) {
        this.seals = seals;
    }

    static Anchors none() {
        return new Anchors(JsonNodeFactory.instance.objectNode());
    }

    /** A file that is not there yet holds none. */
    static Anchors read(Path file) {
        if (!Files.exists(file)) {
            return none();
        }
        try {
            JsonNode found = JSON.readTree(file.toFile());
            if (found instanceof ObjectNode seals) {
                return new Anchors(seals);
            }
        } catch (IOException e) {
            throw unusable(file);
        }
        throw unusable(file);
    }

    Optional<String> of(String service) {
        return Optional.ofNullable(seals.get(service)).map(JsonNode::asText);
    }

    void keep(String service, String seal) {
        seals.put(service, seal);
    }

    /** Replaces the file as a whole. */
    void write(Path file) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, seals.toPrettyString() + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(ExitStatus.USAGE, "The file of anchors " + file + " cannot be written.");
        }
    }

    private static Failure unusable(Path file) {
        return new Failure(ExitStatus.USAGE, "The file of anchors " + file + " cannot be read. Check its name.");
    }
}

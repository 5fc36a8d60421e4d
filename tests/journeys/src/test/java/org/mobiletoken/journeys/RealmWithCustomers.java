package org.mobiletoken.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The development realm with customers {@code load-0} to {@code load-n} in it, who log in like the first demo customer. */
final class RealmWithCustomers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "chan.tai.man";

    private RealmWithCustomers() {}

    static Path write(Path realm, int customers, Path file) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(realm.toFile());
        ArrayNode users = (ArrayNode) root.required("users");
        ObjectNode model = null;
        for (JsonNode user : users) {
            if (user.path("username").asText().equals(MODEL)) {
                model = (ObjectNode) user;
            }
        }
        if (model == null) {
            throw new IllegalStateException(realm + " has no user " + MODEL);
        }
        for (int i = 0; i < customers; i++) {
            String name = "load-" + i;
            users.add(model.deepCopy().put("id", name).put("username", name).put("email", name + "@customer.example"));
        }
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), root);
        return file;
    }
}

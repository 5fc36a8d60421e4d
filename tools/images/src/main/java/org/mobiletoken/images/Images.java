package org.mobiletoken.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the image of every service to {@code target/images}, on the base that the environment's {@code BASE} names, if it does. */
final class Images {
    private static final List<String> SERVICES =
            List.of("enrolment-service", "lockout-service", "notification-service", "sync-service");

    private Images() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        String version = arguments[1];
        Path target = Files.createDirectories(root.resolve("target/images"));
        String named = System.getenv().getOrDefault("BASE", "");
        try (var temporary = new TemporaryFolder()) {
            Base base = named.isEmpty()
                    ? new Base.Assembled(
                            JavaRuntime.link(temporary.path().resolve("java"), JavaRuntime.MODULES),
                            temporary.path().resolve("files"))
                    : new Base.Published(named);
            for (String service : SERVICES) {
                Path built = root.resolve(service).resolve("target");
                Path tar = target.resolve(service + ".tar");
                var image = new ServiceImage(
                        service, built.resolve("quarkus-app"), built.resolve("bill-of-materials.json"), version);
                var written = image.writeTo(tar, base);
                Files.copy(
                        image.billOfMaterials(),
                        target.resolve(service + ".cdx.json"),
                        StandardCopyOption.REPLACE_EXISTING);
                System.out.println(service + " " + written.getDigest() + " " + root.relativize(tar));
            }
        }
    }
}

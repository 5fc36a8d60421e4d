package org.mobiletoken.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** Writes the image of every service to {@code target/images}, on the base that the environment's {@code BASE} names, if it does. */
final class Images {
    private Images() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        String version = arguments[1];
        Path target = Files.createDirectories(root.resolve("target/images"));
        String named = System.getenv().getOrDefault("BASE", "");
        try (var temporary = new TemporaryFolder()) {
            if (named.isEmpty()) {
                JavaRuntime runtime = JavaRuntime.link(temporary.path().resolve("java"), JavaRuntime.MODULES);
                Base base = new Base.Assembled(runtime, temporary.path().resolve("files"));
                System.out.println("Starting PostgreSQL, Kafka and Keycloak, so that each service can be started once");
                var settings =
                        StackSettings.in(temporary.path().resolve("stack")).withServices(Set.of());
                try (var stack = LocalStack.start(settings)) {
                    var caches = new AotCache(stack, runtime);
                    var trial = new Trial(stack, temporary.path().resolve("trial"));
                    for (ServiceName service : ServiceName.values()) {
                        ServiceImage image = image(root, service.clientId(), version);
                        Path folder = temporary.path().resolve(service.clientId());
                        Path tar = write(image.with(caches.train(service, image, folder)), base, root, target);
                        if (Trial.isPossible()) {
                            System.out.println(trial.of(service, tar));
                        }
                    }
                }
            } else {
                System.out.println("No AOT cache is made: only the base image's own JVM could write one");
                for (ServiceName service : ServiceName.values()) {
                    write(image(root, service.clientId(), version), new Base.Published(named), root, target);
                }
            }
        }
    }

    private static ServiceImage image(Path root, String service, String version) {
        Path built = root.resolve(service).resolve("target");
        return new ServiceImage(
                service, built.resolve("quarkus-app"), built.resolve("bill-of-materials.json"), version);
    }

    private static Path write(ServiceImage image, Base base, Path root, Path target)
            throws IOException, InterruptedException {
        Path tar = target.resolve(image.name() + ".tar");
        var written = image.writeTo(tar, base);
        Files.copy(
                image.billOfMaterials(),
                target.resolve(image.name() + ".cdx.json"),
                StandardCopyOption.REPLACE_EXISTING);
        System.out.println(image.name() + " " + written.getDigest() + " " + root.relativize(tar));
        return tar;
    }
}

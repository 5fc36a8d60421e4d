package org.mobiletoken.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

/**
 * The classes that a service had loaded and linked when it was ready, written down by the very JVM of its image. A JVM uses what was
 * written by the same build of itself for the same files of the same age, and starts without it otherwise.
 */
final class AotCache {
    /**
     * The collector and the heap that a JVM has with 512 MB; and no classes that are linked beforehand, since a JVM whose heap has no room
     * for what belongs to those ends rather than start without them.
     */
    private static final List<String> AS_IN_A_POD =
            List.of("-XX:+UseSerialGC", "-XX:MaxRAM=512m", "-XX:-AOTClassLinking");

    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(3);

    private final LocalStack stack;
    private final JavaRuntime runtime;

    AotCache(LocalStack stack, JavaRuntime runtime) {
        this.stack = stack;
        this.runtime = runtime;
    }

    /** Starts the service until it is ready and ends it again, in a folder that is laid out as the image is. */
    Path train(ServiceName service, ServiceImage image, Path folder) throws IOException {
        Path app = layOut(image, folder.resolve("app"));
        Path cache = folder.resolve("app.aot");
        List<String> command = new ArrayList<>();
        command.add(runtime.home().resolve("bin/java").toString());
        command.addAll(ServiceImage.OPTIONS);
        command.addAll(AS_IN_A_POD);
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(List.of("-jar", app.resolve(ServiceImage.LAUNCHER).toString()));
        ServiceProcess training = stack.replica(service, Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"))
                .by(command);
        training.start();
        if (!training.stop(WRITTEN_WITHIN) || !Files.exists(cache)) {
            throw new IOException("The JVM of " + service.clientId() + " wrote no cache; its log is " + training.log());
        }
        return cache;
    }

    /** The files of the image at the age that they have there. */
    private static Path layOut(ServiceImage image, Path app) throws IOException {
        for (Path file : image.files()) {
            Path copy = app.resolve(image.packaged().relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
            Files.setLastModifiedTime(copy, FileTime.from(FileEntriesLayer.DEFAULT_MODIFICATION_TIME));
        }
        return app;
    }
}

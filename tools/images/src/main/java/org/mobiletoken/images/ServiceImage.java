package org.mobiletoken.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The image of one packaged service: what changes seldom lies below what changes often, and the same content is the same image.
 *
 * @param packaged the service as Quarkus packages it
 * @param billOfMaterials its dependencies, as CycloneDX
 * @param version of the code, for the labels
 * @param cache what the image's JVM has written down to start faster, where it has
 */
record ServiceImage(String name, Path packaged, Path billOfMaterials, String version, Optional<Path> cache) {
    static final String LAUNCHER = "quarkus-run.jar";
    static final List<String> LIBRARIES = List.of("lib");
    static final List<String> APPLICATION = List.of("quarkus", "app", LAUNCHER);
    static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:MaxRAMPercentage=60",
            "-XX:InitialRAMPercentage=25",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.io.tmpdir=/tmp");
    private static final AbsoluteUnixPath APP = AbsoluteUnixPath.get("/app");
    private static final AbsoluteUnixPath CACHE = APP.resolve("app.aot");
    private static final String NOT_ROOT = "10001:10001";
    private static final int HTTP = 8080;

    ServiceImage(String name, Path packaged, Path billOfMaterials, String version) {
        this(name, packaged, billOfMaterials, version, Optional.empty());
    }

    ServiceImage with(Path trained) {
        return new ServiceImage(name, packaged, billOfMaterials, version, Optional.of(trained));
    }

    /** Every file of the service, packaged as in the image. */
    List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part :
                Stream.concat(LIBRARIES.stream(), APPLICATION.stream()).toList()) {
            try (Stream<Path> files = Files.walk(packaged.resolve(part))) {
                all.addAll(files.filter(Files::isRegularFile).toList());
            }
        }
        return all;
    }

    /** Writes the image into a file that container engines load. */
    JibContainer writeTo(Path tar, Base base) throws IOException, InterruptedException {
        List<String> start = new ArrayList<>(List.of(base.java()));
        start.addAll(OPTIONS);
        cache.ifPresent(_ -> start.add("-XX:AOTCache=" + CACHE));
        start.addAll(List.of("-jar", APP.resolve(LAUNCHER).toString()));
        try {
            JibContainerBuilder image = base.begin()
                    .addFileEntriesLayer(layer("libraries", LIBRARIES))
                    .addFileEntriesLayer(layer("application", APPLICATION))
                    .addFileEntriesLayer(
                            file("bill-of-materials", billOfMaterials, APP.resolve("bill-of-materials.cdx.json")));
            cache.ifPresent(trained -> image.addFileEntriesLayer(file("cache", trained, CACHE)));
            return image.setEntrypoint(start)
                    .setWorkingDirectory(APP)
                    .setUser(NOT_ROOT)
                    .setExposedPorts(Port.tcp(HTTP))
                    .addLabel("org.opencontainers.image.title", name)
                    .addLabel("org.opencontainers.image.version", version)
                    .setCreationTime(Instant.EPOCH)
                    .containerize(Containerizer.to(TarImage.at(tar).named("mobile-token/" + name + ":" + version))
                            .setOfflineMode(base instanceof Base.Assembled)
                            .setToolName("mobile-token"));
        } catch (InvalidImageReferenceException
                | RegistryException
                | CacheDirectoryCreationException
                | ExecutionException e) {
            throw new IOException("The image of " + name + " could not be built: " + e.getMessage(), e);
        }
    }

    private static FileEntriesLayer file(String layerName, Path file, AbsoluteUnixPath place) {
        return FileEntriesLayer.builder()
                .setName(layerName)
                .addEntry(file, place)
                .build();
    }

    private FileEntriesLayer layer(String layerName, List<String> parts) throws IOException {
        var layer = FileEntriesLayer.builder().setName(layerName);
        for (String part : parts) {
            Path source = packaged.resolve(part);
            if (!Files.exists(source)) {
                throw new IOException(name + " is not packaged: " + source + " is missing.");
            }
            layer.addEntryRecursive(source, APP.resolve(part));
        }
        return layer.build();
    }
}

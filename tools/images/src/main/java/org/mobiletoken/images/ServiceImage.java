package org.mobiletoken.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
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
import java.util.concurrent.ExecutionException;

/**
 * The image of one packaged service: what changes seldom lies below what changes often, and the same content is the same image.
 *
 * @param packaged the service as Quarkus packages it
 * @param billOfMaterials its dependencies, as CycloneDX
 * @param version of the code, for the labels
 */
record ServiceImage(String name, Path packaged, Path billOfMaterials, String version) {
    private static final AbsoluteUnixPath APP = AbsoluteUnixPath.get("/app");
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:MaxRAMPercentage=60",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.io.tmpdir=/tmp");
    private static final String NOT_ROOT = "10001:10001";
    private static final int HTTP = 8080;

    /** Writes the image into a file that container engines load. */
    JibContainer writeTo(Path tar, Base base) throws IOException, InterruptedException {
        List<String> start = new ArrayList<>(List.of(base.java()));
        start.addAll(OPTIONS);
        start.addAll(List.of("-jar", APP.resolve("quarkus-run.jar").toString()));
        try {
            return base.begin()
                    .addFileEntriesLayer(layer("libraries", "lib"))
                    .addFileEntriesLayer(layer("application", "quarkus", "app", "quarkus-run.jar"))
                    .addFileEntriesLayer(FileEntriesLayer.builder()
                            .setName("bill-of-materials")
                            .addEntry(billOfMaterials, APP.resolve("bill-of-materials.cdx.json"))
                            .build())
                    .setEntrypoint(start)
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

    private FileEntriesLayer layer(String layerName, String... parts) throws IOException {
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

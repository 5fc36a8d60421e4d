package org.mobiletoken.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceImageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Base base;
    private static ServiceImage image;

    @BeforeAll
    static void link_a_small_runtime_and_package_a_service() throws IOException {
        base = new Base.Assembled(
                JavaRuntime.link(folder.resolve("java"), Set.of("java.base")), folder.resolve("files"));
        Path packaged = folder.resolve("quarkus-app");
        write(packaged.resolve("quarkus-run.jar"));
        write(packaged.resolve("lib/main/library.jar"));
        write(packaged.resolve("app/service.jar"));
        write(packaged.resolve("quarkus/quarkus-application.dat"));
        Path materials = folder.resolve("bill-of-materials.json");
        write(materials);
        image = new ServiceImage("a-service", packaged, materials, "1.2.3");
    }

    @Test
    void runs_as_nobody_in_particular_with_nothing_to_choose() throws Exception {
        JsonNode config = unpack("first").config();

        assertThat(config.at("/config/User").asText()).isEqualTo("10001:10001");
        assertThat(config.at("/config/Entrypoint/0").asText()).isEqualTo("/opt/java/bin/java");
        assertThat(config.at("/config/Entrypoint").toString()).endsWith("\"-jar\",\"/app/quarkus-run.jar\"]");
        assertThat(config.at("/config/ExposedPorts").toString()).isEqualTo("{\"8080/tcp\":{}}");
        assertThat(config.at("/config/Labels/org.opencontainers.image.version").asText())
                .isEqualTo("1.2.3");
    }

    @Test
    void holds_the_service_its_bill_of_materials_and_no_file_that_anybody_but_root_may_write() throws Exception {
        var modes = unpack("modes").modes();

        assertThat(modes)
                .containsKeys(
                        "app/quarkus-run.jar",
                        "app/lib/main/library.jar",
                        "app/app/service.jar",
                        "app/bill-of-materials.cdx.json",
                        "opt/java/bin/java",
                        "etc/passwd");
        assertThat(modes).allSatisfy((file, mode) -> {
            if (!file.equals("tmp/")) {
                assertThat(mode & 0022).as(file).isZero();
            }
        });
    }

    @Test
    void a_cache_lies_on_top_of_all_else_and_java_is_told_of_it() throws Exception {
        Path cache = folder.resolve("trained.aot");
        write(cache);

        Unpacked plain = unpack("plain");
        Unpacked cached = unpack("cached", image.with(cache));

        assertThat(plain.config().at("/config/Entrypoint").toString()).doesNotContain("AOT");
        assertThat(cached.config().at("/config/Entrypoint").toString())
                .endsWith("\"-XX:AOTCache=/app/app.aot\",\"-jar\",\"/app/quarkus-run.jar\"]");
        assertThat(cached.modes()).containsKey("app/app.aot");
        var layers = cached.config().at("/rootfs/diff_ids");
        assertThat(layers).hasSize(plain.config().at("/rootfs/diff_ids").size() + 1);
        assertThat(layers)
                .startsWith(plain.config().at("/rootfs/diff_ids").valueStream().toArray(JsonNode[]::new));
    }

    @Test
    void is_the_same_image_when_built_again() throws Exception {
        assertThat(unpack("again").digest()).isEqualTo(unpack("and-again").digest());
    }

    @Test
    void has_every_library_that_its_java_needs() throws Exception {
        Path root = unpack("started").root();
        Path linker;
        try (var files = Files.walk(root)) {
            linker = files.filter(file -> file.getFileName().toString().startsWith("ld-linux"))
                    .findFirst()
                    .orElseThrow();
        }
        String libraries;
        try (var files = Files.walk(root)) {
            libraries = String.join(
                    ":",
                    files.filter(file -> file.toString().endsWith("libc.so.6"))
                            .map(file -> file.getParent().toString())
                            .toList());
        }

        assertThat(Tool.run(List.of(
                        linker.toString(),
                        "--library-path",
                        libraries,
                        root.resolve("opt/java/bin/java").toString(),
                        "--version")))
                .contains("25");
    }

    @Test
    void a_service_that_is_not_packaged_is_named() {
        var missing = new ServiceImage("b-service", folder.resolve("nowhere"), folder, "1");

        assertThatIOException()
                .isThrownBy(() -> missing.writeTo(folder.resolve("b.tar"), base))
                .withMessageStartingWith("b-service is not packaged");
    }

    @Test
    void a_base_that_may_change_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Base.Published("eclipse-temurin:25-jre"))
                .withMessageStartingWith("The base image has to be named by digest");
    }

    private record Unpacked(String digest, JsonNode config, TreeMap<String, Integer> modes, Path root) {}

    private Unpacked unpack(String name) throws Exception {
        return unpack(name, image);
    }

    private Unpacked unpack(String name, ServiceImage built) throws Exception {
        Path tar = folder.resolve(name + ".tar");
        String digest = built.writeTo(tar, base).getDigest().toString();
        Path outer = folder.resolve(name);
        extract(Files.newInputStream(tar), outer);
        JsonNode manifest =
                JSON.readTree(outer.resolve("manifest.json").toFile()).get(0);
        JsonNode config =
                JSON.readTree(outer.resolve(manifest.get("Config").asText()).toFile());
        var modes = new TreeMap<String, Integer>();
        Path root = outer.resolve("root");
        for (JsonNode layer : manifest.get("Layers")) {
            InputStream stream = new GZIPInputStream(Files.newInputStream(outer.resolve(layer.asText())));
            extract(stream, root).forEach(entry -> modes.put(entry.getName(), entry.getMode()));
        }
        return new Unpacked(digest, config, modes, root);
    }

    private static List<TarArchiveEntry> extract(InputStream archive, Path into) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
                Path file = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & 0100) != 0);
                }
            }
        }
        return entries;
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, file.getFileName().toString());
    }
}

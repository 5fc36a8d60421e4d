package org.mobiletoken.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** Formats the storage named in a properties file unless that has been done, and runs one broker on it until the JVM is told to end. */
public final class Broker {
    /** Any fixed value does: a cluster of one node never meets another cluster. */
    private static final String CLUSTER_ID = "bW9iaWxlLXRva2VuLWRlbQ";

    private Broker() {}

    /** Takes the path of the properties file. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        String[] format = {"format", "-t", CLUSTER_ID, "-c", file.toString(), "--ignore-formatted"};
        if (StorageTool.execute(format, System.out) != 0) {
            throw new IllegalStateException("The storage of the broker could not be formatted.");
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        server.awaitShutdown();
    }
}

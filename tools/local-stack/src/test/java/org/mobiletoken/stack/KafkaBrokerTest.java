package org.mobiletoken.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void every_topic_exists_with_six_partitions_and_outlives_a_power_cut() throws Exception {
        assertThat(topics())
                .containsOnlyKeys(Topics.ALL)
                .allSatisfy((name, topic) -> assertThat(topic.partitions()).hasSize(6));

        broker.kill();
        broker.start();

        assertThat(topics()).containsOnlyKeys(Topics.ALL);
    }

    @Test
    void nothing_of_the_broker_is_on_this_class_path() {
        assertThatThrownBy(() -> Class.forName("kafka.server.KafkaRaftServer"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static Map<String, TopicDescription> topics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeTopics(admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS);
        }
    }
}

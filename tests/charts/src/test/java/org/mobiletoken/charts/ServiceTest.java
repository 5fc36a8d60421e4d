package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** What holds for every service, whatever its values. */
class ServiceTest {
    private static final int LONGEST_TRANSACTION_AND_CALL_SECONDS = 30;
    private static final int SESSION_OF_A_CONSUMER_SECONDS = 10;

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void pods_meet_the_restricted_standard_and_write_nothing_to_their_root(Example example) {
        for (PodSpec pod : pods(example)) {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getHostPID()).isNull();
            assertThat(pod.getHostIPC()).isNull();
            assertThat(pod.getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
            for (Container container : pod.getContainers()) {
                var security = container.getSecurityContext();
                assertThat(security.getAllowPrivilegeEscalation()).isFalse();
                assertThat(security.getReadOnlyRootFilesystem()).isTrue();
                assertThat(security.getPrivileged()).isNull();
                assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(security.getCapabilities().getAdd()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void nobody_gets_a_token_for_kubernetes(Example example) {
        Manifests manifests = Manifests.of(example);

        assertThat(manifests.get(ServiceAccount.class, example.chart()).getAutomountServiceAccountToken())
                .isFalse();
        assertThat(pods(example))
                .allSatisfy(
                        pod -> assertThat(pod.getAutomountServiceAccountToken()).isFalse());
        assertThat(deployment(example).getSpec().getTemplate().getSpec().getServiceAccountName())
                .isEqualTo(example.chart());
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void only_readiness_asks_about_anything_but_the_process(Example example) {
        Container container = container(example);

        assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/live");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
        assertThat(seconds(container.getStartupProbe())).isGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void the_grace_period_covers_what_is_under_way_and_the_leave_of_the_consumers(Example example) {
        PodSpec pod = deployment(example).getSpec().getTemplate().getSpec();
        long drain = container(example).getLifecycle().getPreStop().getSleep().getSeconds();
        int farewell = secondsOf(example, "quarkus.shutdown.delay");
        int requests = secondsOf(example, "quarkus.shutdown.timeout");

        assertThat(drain).isPositive();
        assertThat(farewell).isPositive();
        assertThat(requests).isGreaterThan(LONGEST_TRANSACTION_AND_CALL_SECONDS);
        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(drain + farewell + requests + SESSION_OF_A_CONSUMER_SECONDS);
    }

    private static int secondsOf(Example example, String setting) {
        return Integer.parseInt(Settings.of(example).get(setting).replace("s", ""));
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void resources_are_promised_and_memory_is_limited(Example example) {
        for (PodSpec pod : pods(example)) {
            var resources = pod.getContainers().getFirst().getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).containsKey("memory");
            assertThat(resources.getRequests().get("memory"))
                    .isEqualTo(resources.getLimits().get("memory"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void a_rollout_takes_no_replica_away_and_a_drain_takes_one(Example example) {
        Manifests manifests = Manifests.of(example);
        var rolling = deployment(example).getSpec().getStrategy().getRollingUpdate();
        var budget = manifests.get(PodDisruptionBudget.class, example.chart()).getSpec();

        assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
        assertThat(budget.getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getSelector().getMatchLabels()).isEqualTo(selector(example));
        assertThat(deployment(example).getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .extracting(each -> each.getTopologyKey())
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void one_alone_decides_how_many_replicas_there_are(Example example) {
        Manifests manifests = Manifests.of(example);
        var autoscaler = manifests.find(HorizontalPodAutoscaler.class, example.chart());
        boolean fixed = deployment(example).getSpec().getReplicas() != null;

        assertThat(Stream.of(
                        fixed,
                        autoscaler.isPresent(),
                        !manifests.bySchema("ScaledObject").isEmpty()))
                .containsOnlyOnce(true);
        autoscaler.ifPresent(each -> {
            assertThat(each.getSpec().getScaleTargetRef().getName()).isEqualTo(example.chart());
            assertThat(each.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
        });
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void the_service_finds_the_pods_of_the_deployment_and_never_those_of_the_migration(Example example) {
        Manifests manifests = Manifests.of(example);
        var service = manifests.get(Service.class, example.chart()).getSpec();
        var labels = deployment(example).getSpec().getTemplate().getMetadata().getLabels();

        assertThat(service.getSelector()).isEqualTo(selector(example));
        assertThat(labels).containsAllEntriesOf(service.getSelector());
        assertThat(service.getPorts().getFirst().getTargetPort().getStrVal())
                .isEqualTo(container(example).getPorts().getFirst().getName());
        assertThat(Settings.of(example).get("quarkus.http.port"))
                .isEqualTo(container(example)
                        .getPorts()
                        .getFirst()
                        .getContainerPort()
                        .toString());
        job(example)
                .ifPresent(job -> assertThat(
                                job.getSpec().getTemplate().getMetadata().getLabels())
                        .doesNotContainEntry("app.kubernetes.io/component", "service"));
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void either_a_job_migrates_before_the_release_or_the_pods_do(Example example) {
        boolean atStart = Boolean.parseBoolean(Settings.of(example).get("quarkus.flyway.migrate-at-start"));

        assertThat(job(example).isPresent()).isNotEqualTo(atStart);
        job(example).ifPresent(job -> {
            assertThat(job.getMetadata().getAnnotations())
                    .containsEntry("helm.sh/hook", "pre-install,pre-upgrade")
                    .containsEntry("helm.sh/hook-delete-policy", "before-hook-creation");
            assertThat(Settings.ofMigration(example))
                    .containsEntry("quarkus.flyway.migrate-at-start", "true")
                    .containsEntry("quarkus.init-and-exit", "true");
            assertThat(image(job.getSpec().getTemplate().getSpec()))
                    .isEqualTo(image(deployment(example).getSpec().getTemplate().getSpec()));
        });
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void a_migration_waits_for_nothing_of_kafka_since_its_user_is_made_later(Example example) {
        job(example).map(job -> job.getSpec().getTemplate().getSpec()).ifPresent(pod -> {
            assertThat(pod.getContainers().getFirst().getEnv())
                    .noneMatch(variable -> variable.getName().startsWith("KAFKA_"));
            assertThat(pod.getVolumes()).noneMatch(volume -> volume.getName().startsWith("kafka"));
        });
    }

    private static String image(PodSpec pod) {
        return pod.getContainers().getFirst().getImage();
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }

    private static int seconds(Probe probe) {
        return probe.getPeriodSeconds() * probe.getFailureThreshold();
    }

    private static Map<String, String> selector(Example example) {
        return deployment(example).getSpec().getSelector().getMatchLabels();
    }

    private static Deployment deployment(Example example) {
        return Manifests.of(example).get(Deployment.class, example.chart());
    }

    private static Optional<Job> job(Example example) {
        return Manifests.of(example).find(Job.class, example.chart() + "-migration");
    }

    private static Container container(Example example) {
        return deployment(example)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static List<PodSpec> pods(Example example) {
        return Stream.concat(
                        Stream.of(deployment(example).getSpec().getTemplate().getSpec()),
                        job(example).map(job -> job.getSpec().getTemplate().getSpec()).stream())
                .toList();
    }
}

package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** Pods reach and are reached by what they need, and nothing else. */
class NetworkTest {
    private static final Map<String, Set<String>> CALLS = Map.of(
            "enrolment-service", Set.of("lockout-service", "notification-service"),
            "sync-service", Set.of("enrolment-service"),
            "lockout-service", Set.of(),
            "notification-service", Set.of());

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void every_pod_has_a_policy_that_denies_what_it_does_not_name(Example example) {
        for (NetworkPolicy policy : policies(example)) {
            var spec = policy.getSpec();
            assertThat(spec.getPolicyTypes()).containsExactly("Ingress", "Egress");
            assertThat(spec.getIngress()).allSatisfy(rule -> {
                assertThat(rule.getFrom()).isNotEmpty();
                assertThat(rule.getPorts()).isNotEmpty();
            });
            assertThat(spec.getEgress()).allSatisfy(rule -> {
                assertThat(rule.getTo()).isNotEmpty();
                assertThat(rule.getPorts()).isNotEmpty();
            });
        }
    }

    @Test
    void a_service_may_call_exactly_the_neighbours_that_it_has_an_address_of_and_they_let_it_in() {
        for (var entry : CALLS.entrySet()) {
            var example = new Example(entry.getKey(), "production");

            assertThat(neighbours(
                            policy(example).getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream())))
                    .isEqualTo(entry.getValue());
            assertThat(Settings.of(example).entrySet().stream()
                            .filter(setting -> setting.getKey().startsWith("mobile-token.urls."))
                            .map(setting -> setting.getValue())
                            .filter(url -> url.startsWith("http://"))
                            .map(url -> url.replaceAll("^http://(.*):8080$", "$1"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(entry.getValue());
            assertThat(neighbours(
                            policy(example).getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream())))
                    .isEqualTo(callersOf(entry.getKey()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void nobody_calls_a_migration(Example example) {
        policies(example).stream()
                .filter(policy -> policy.getMetadata().getName().endsWith("-migration"))
                .forEach(policy -> assertThat(policy.getSpec().getIngress()).isEmpty());
    }

    private static Set<String> callersOf(String service) {
        return CALLS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(service))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> neighbours(Stream<NetworkPolicyPeer> peers) {
        return peers.map(peer -> Optional.ofNullable(peer.getPodSelector())
                        .map(selector -> selector.getMatchLabels().get("app.kubernetes.io/name")))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static NetworkPolicy policy(Example example) {
        return Manifests.of(example).get(NetworkPolicy.class, example.chart());
    }

    private static List<NetworkPolicy> policies(Example example) {
        return Manifests.of(example).every(NetworkPolicy.class);
    }
}

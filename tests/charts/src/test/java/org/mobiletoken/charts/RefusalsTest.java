package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** Values that a bank must not run with are refused when they are rendered, with a sentence that names them. */
class RefusalsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            image: {digest: ''}                              | image.digest is missing
            image: {digest: '', tag: '1.0.0'}                | production needs image.digest; a tag can be moved.
            image: {tag: '1.0.0'}                            | image.tag contradicts image.digest
            image: {digest: 'sha256:beef'}                   | /image/digest
            image: {tag: latest}                             | /image/tag
            autoscaling: {min: 5, max: 4}                    | autoscaling.min (5) is above autoscaling.max (4).
            autoscaling: {min: 1}                            | production needs two replicas or more.
            database: {tls: false}                           | production needs database.tls.
            database: {ca: ''}                               | database.tls needs database.ca.
            {production: false, database: {tls: false}}      | database.ca has no use while database.tls is false.
            database: {host: ''}                             | /database/host
            kafka: {protocol: PLAINTEXT}                     | production needs kafka.protocol SASL_SSL or SSL.
            kafka: {protocol: SSL}                           | kafka.protocol SSL has no use for secrets.keys.KAFKA_SASL_JAAS_CONFIG.
            {kafka: {protocol: SSL}, secrets: {keys: {KAFKA_SASL_JAAS_CONFIG: null}}} | kafka.protocol SSL needs secrets.keys.KAFKA_SSL_KEYSTORE_KEY.
            secrets: {keys: {KAFKA_SSL_KEYSTORE_KEY: a/b}}   | kafka.protocol SASL_SSL has no use for secrets.keys.KAFKA_SSL_KEYSTORE_KEY.
            kafka: {strimzi: {cluster: ''}}                  | kafka.strimzi.cluster is missing
            kafka: {strimzi: {minInSync: 4}}                 | kafka.strimzi.minInSync (4) is above kafka.strimzi.replicas (3), so nothing could be published.
            kafka: {strimzi: {minInSync: 1}}                 | production needs kafka.strimzi.minInSync of two or more
            kafka: {mechanism: PLAIN}                        | kafka.strimzi makes users of SCRAM-SHA-512, not of PLAIN.
            {production: false, kafka: {protocol: PLAINTEXT}, secrets: {keys: {KAFKA_SASL_JAAS_CONFIG: null}}} | which kafka.protocol PLAINTEXT never asks for
            kafka: {ca: ''}                                  | kafka.protocol SASL_SSL needs kafka.ca.
            kafka: {bootstrap: 'kafka'}                      | /kafka/bootstrap
            autoscaling: {enabled: false, lag: {enabled: true}} | autoscaling.lag.enabled contradicts autoscaling.enabled: false.
            oidc: {issuer: 'http://login.bank.example/a'}    | production needs an oidc.issuer with https.
            oidc: {issuer: 'https://login.bank.example/a/'}  | /oidc/issuer
            shutdown: {requests: 10}                         | /shutdown/requests
            tracing: {endpoint: 'http://collector:4317'}     | tracing.endpoint needs network.egress.tracing
            network: {egress: {database: null}}              | network.egress.database is missing
            network: {egress: {database: {to: [], port: 1}}} | /network/egress/database/to
            secrets: {keys: {KAFKA_SASL_JAAS_CONFIG: null}}  | needs secrets.keys.KAFKA_SASL_JAAS_CONFIG
            secrets: {keys: {QUARKUS_DATASOURCE_PASSWORD: hunter2}} | /secrets/keys/QUARKUS_DATASOURCE_PASSWORD
            secrets: {keys: {QUARKUS_DATASOURCE_PASSWORD: null}}    | missing property 'QUARKUS_DATASOURCE_PASSWORD'
            secrets: {keys: {MOBILE_TOKEN_OTHER: a/b}}       | MOBILE_TOKEN_OTHER
            settings: {mobile-token.demo-clock.file: /tmp/c} | mobile-token.demo-clock.file
            settings: {quarkus.datasource.password: hunter2} | quarkus.datasource.password
            secrets: {keys: {MOBILE_TOKEN_AUDIT_KEYS_0_: null}}      | missing property 'MOBILE_TOKEN_AUDIT_KEYS_0_'
            settings: {'mobile-token.audit.keys[0]': '{}'}   | mobile-token.audit.keys[0]
            settings: {mobile-token.x: development-only-y}   | /settings/mobile-token.x
            settings: {kafka.security.protocol: PLAINTEXT}   | settings.kafka.security.protocol is what the chart makes of its other values; change those.
            settings: {quarkus.datasource.jdbc.url: 'jdbc:x'} | settings.quarkus.datasource.jdbc.url is what the chart makes
            settings: {quarkus.flyway.migrate-at-start: true} | settings.quarkus.flyway.migrate-at-start is what the chart makes
            settings: {mp.messaging.incoming.x.topic: y}     | settings.mp.messaging.incoming.x.topic contradicts the rights that the service has
            settings: {mp.messaging.incoming.x.group.id: y}  | settings.mp.messaging.incoming.x.group.id contradicts the rights
            settings: {mobile-token.delivery.dead-letter-topic: y} | settings.mobile-token.delivery.dead-letter-topic contradicts the rights
            settings: {mobile-token.delivery.publishes: y}   | settings.mobile-token.delivery.publishes contradicts the rights
            settings: {mp.messaging.incoming.x.concurrency: 7} | settings.mp.messaging.incoming.x.concurrency (7) is above kafka.strimzi.partitions (6)
            network: {monitoring: []}                        | monitoring.enabled needs network.monitoring
            network: {gateways: []}                          | routes need network.gateways
            routes: {apps: {hostnames: []}}                  | /routes/apps/hostnames
            unheard-of: 1                                    | unheard-of
            """)
    void every_chart_refuses(String change, String sentence) throws IOException {
        for (String chart : Charts.SERVICES) {
            refuses(chart, change, sentence);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            enrolment-service    | settings: {mobile-token.apps.mobile-banking.cooling-off: 5h}     | /settings/mobile-token.apps.mobile-banking.cooling-off
            enrolment-service    | settings: {mobile-token.apps.mobile-banking.cooling-off: PT359M} | /settings/mobile-token.apps.mobile-banking.cooling-off
            enrolment-service    | settings: {mobile-token.apps.savings.high-risk: true}            | needs a cooling-off of six hours or more
            enrolment-service    | settings: {mobile-token.passcodes.current-pepper: p7}            | the current pepper is p7, but secrets.keys has no MOBILE_TOKEN_PASSCODES_PEPPERS_P7.
            enrolment-service    | settings: {mobile-token.enabling.identity-tries: 4}              | /settings/mobile-token.enabling.identity-tries
            enrolment-service    | urls: {directory: ''}                                            | /urls/directory
            lockout-service      | settings: {mobile-token.lockout.consecutive-limit: 7}            | /settings/mobile-token.lockout.consecutive-limit
            lockout-service      | settings: {mobile-token.lockout.freeze-for: 23h}                 | /settings/mobile-token.lockout.freeze-for
            lockout-service      | settings: {mobile-token.lockout.cumulative-window: 179d}         | /settings/mobile-token.lockout.cumulative-window
            lockout-service      | autoscaling: {lag: {enabled: true}}                              | it consumes no events, so autoscaling.lag has nothing to go by.
            sync-service         | {kafka: {strimzi: {enabled: false}}, autoscaling: {lag: {enabled: true, credentials: {username: a/b}}}} | autoscaling.lag.credentials.password is missing
            sync-service         | autoscaling: {lag: {enabled: true, credentials: {username: a/b}}} | nothing takes autoscaling.lag.credentials.username.
            lockout-service      | secrets: {keys: {MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET: null}}     | MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET is missing
            lockout-service      | {settings: {mobile-token.lockout.e-token.verifier: remote}, secrets: {keys: {QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET: a/b}}, network: {egress: {e-token-verifier: {to: [{ipBlock: {cidr: 10.0.0.0/8}}], port: 443}}}} | needs the setting mobile-token.lockout.e-token.verifier-url
            lockout-service      | {settings: {mobile-token.lockout.e-token.verifier: remote, mobile-token.lockout.e-token.verifier-url: 'https://e'}, secrets: {keys: {QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET: a/b}}, network: {egress: {e-token-verifier: {to: [{ipBlock: {cidr: 10.0.0.0/8}}], port: 443}}}} | has no use for secrets.keys.MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET
            lockout-service      | settings: {mobile-token.lockout.e-token.verifier-url: 'https://e'} | has no use unless mobile-token.lockout.e-token.verifier is remote
            lockout-service      | settings: {mobile-token.lockout.e-token.verifier: remote}        | needs secrets.keys.QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET
            notification-service | settings: {mobile-token.messages.otp.wrong-per-flow: 6}          | /settings/mobile-token.messages.otp.wrong-per-flow
            notification-service | settings: {quarkus.mailer.start-tls: DISABLED}                   | /settings/quarkus.mailer.start-tls
            notification-service | settings: {mobile-token.sms.provider: http}                      | needs the setting mobile-token.http-sms.url
            notification-service | {settings: {mobile-token.sms.provider: http, mobile-token.http-sms.url: 'https://s'}, secrets: {keys: {MOBILE_TOKEN_HTTP_SMS_API_KEY: a/b}}} | the provider http has no use for the setting mobile-token.smpp.host
            notification-service | {settings: {mobile-token.sms.provider: http, mobile-token.http-sms.url: 'https://s', mobile-token.smpp.host: null}, secrets: {keys: {MOBILE_TOKEN_HTTP_SMS_API_KEY: a/b}}} | the provider http has no use for secrets.keys.MOBILE_TOKEN_SMPP_PASSWORD
            notification-service | settings: {mobile-token.http-sms.url: 'https://s'}               | the provider smpp has no use for the setting mobile-token.http-sms.url
            notification-service | settings: {mobile-token.mail.enabled: false}                     | mobile-token.mail.from contradicts mobile-token.mail.enabled: false.
            notification-service | settings: {mobile-token.sms.provider: pigeon}                    | is smpp or http, not pigeon
            notification-service | settings: {mobile-token.mail.from: null}                         | need the setting mobile-token.mail.from
            notification-service | secrets: {keys: {MOBILE_TOKEN_SMPP_PASSWORD: null}}              | needs secrets.keys.MOBILE_TOKEN_SMPP_PASSWORD
            notification-service | network: {egress: {mail: null}}                                  | need network.egress.mail
            """)
    void a_chart_refuses(String chart, String change, String sentence) throws IOException {
        refuses(chart, change, sentence);
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void a_chart_without_values_says_what_is_missing(String chart) throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.yaml"), "{}");

        assertThatThrownBy(() -> Charts.render(chart, nothing)).hasMessageContaining("/database/host");
    }

    private void refuses(String chart, String change, String sentence) throws JsonProcessingException {
        Path values = folder.resolve(chart + ".yaml");
        var changed = Yaml.patched(Yaml.read(new Example(chart, "production").file()), Yaml.MAPPER.readTree(change));
        Yaml.write(values, changed);

        assertThatThrownBy(() -> Charts.render(chart, values))
                .as("%s with %s", chart, change)
                .hasMessageContaining(sentence);
    }
}

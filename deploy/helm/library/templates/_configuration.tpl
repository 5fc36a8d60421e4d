{{/* What is no secret: a file of properties, since only there a name is exactly what it says. */}}
{{- define "mobile-token.properties" -}}
{{- include "mobile-token.properties-with" (dict "root" . "more" dict) -}}
{{- end }}

{{/* The same settings for the process that migrates and ends. */}}
{{- define "mobile-token.migration-properties" -}}
{{- /* A migration may be silent for longer than a request: only its own deadline ends it. */ -}}
{{- $more := dict
  "quarkus.flyway.migrate-at-start" "true"
  "quarkus.init-and-exit" "true"
  "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout" "0"
-}}
{{- include "mobile-token.properties-with" (dict "root" . "more" $more) -}}
{{- end }}

{{/* What the chart makes of its values. */}}
{{- define "mobile-token.derived-properties" -}}
{{- $v := .Values -}}
{{- $all := dict
  "quarkus.http.host" "0.0.0.0"
  "quarkus.http.port" "8080"
  "quarkus.shutdown.delay" (printf "%ds" (int $v.shutdown.farewell))
  "quarkus.shutdown.timeout" (printf "%ds" (int $v.shutdown.requests))
  "quarkus.datasource.jdbc.url" (include "mobile-token.jdbc-url" .)
  "quarkus.oidc.auth-server-url" $v.oidc.issuer
  "quarkus.oidc-client.auth-server-url" $v.oidc.issuer
  "kafka.bootstrap.servers" $v.kafka.bootstrap
  "kafka.security.protocol" $v.kafka.protocol
  "quarkus.flyway.migrate-at-start" (ternary "false" "true" $v.migration.job)
  "quarkus.flyway.ignore-migration-patterns" "*:future,*:missing"
-}}
{{- if eq $v.kafka.protocol "SASL_SSL" -}}
{{- $_ := set $all "kafka.sasl.mechanism" $v.kafka.mechanism -}}
{{- end -}}
{{- if eq $v.kafka.protocol "SSL" -}}
{{- $_ := set $all "kafka.ssl.keystore.type" "PEM" -}}
{{- end -}}
{{- if ne $v.kafka.protocol "PLAINTEXT" -}}
{{- $_ := set $all "kafka.ssl.truststore.type" "PEM" -}}
{{- $_ := set $all "kafka.ssl.truststore.location" "/etc/mobile-token/kafka/ca.crt" -}}
{{- end -}}
{{- if $v.tracing.endpoint -}}
{{- $_ := set $all "quarkus.otel.exporter.otlp.endpoint" $v.tracing.endpoint -}}
{{- else -}}
{{- $_ := set $all "quarkus.otel.sdk.disabled" "true" -}}
{{- end -}}
{{- range $name, $chart := (include "mobile-token.neighbours" . | fromYaml).calls -}}
{{- $_ := set $all (printf "mobile-token.urls.%s" $name) (printf "http://%s:8080" $chart) -}}
{{- end -}}
{{- range $name, $url := get $v "urls" | default dict -}}
{{- $_ := set $all (printf "mobile-token.urls.%s" $name) $url -}}
{{- end -}}
{{- toYaml $all -}}
{{- end }}

{{- define "mobile-token.properties-with" -}}
{{- $all := include "mobile-token.derived-properties" .root | fromYaml -}}
{{- range $name, $value := .root.Values.settings -}}
{{- if kindIs "float64" $value -}}{{- $value = int64 $value -}}{{- end -}}
{{- $_ := set $all $name (toString $value) -}}
{{- end -}}
{{- range $name, $value := .more -}}
{{- $_ := set $all $name $value -}}
{{- end -}}
{{- $lines := list -}}
{{- range $name := keys $all | sortAlpha -}}
{{- $lines = append $lines (printf "%s=%s" $name (get $all $name)) -}}
{{- end -}}
{{- join "\n" $lines -}}
{{- end }}

{{- define "mobile-token.jdbc-url" -}}
{{- with .Values.database -}}
jdbc:postgresql://{{ .host }}:{{ int .port }}/{{ .name }}?
{{- if .tls -}}sslmode=verify-full&sslrootcert=/etc/mobile-token/database/ca.crt{{- else -}}sslmode=disable{{- end -}}
{{- end -}}
{{- end }}

{{- define "mobile-token.config-map" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
data:
  application.properties: |
    {{- include "mobile-token.properties" . | nindent 4 }}
{{- end }}

{{/* Which secrets each way to Kafka takes. */}}
{{- define "mobile-token.kafka-secrets" -}}
SASL_SSL: [KAFKA_SASL_JAAS_CONFIG]
SSL: [KAFKA_SSL_KEYSTORE_KEY, KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN]
{{- end }}

{{/*
Secrets reach the process as environment variables; the chart knows only where they are.
A migration has nothing to do with Kafka, and runs before Strimzi has made a user: it gets none of Kafka's.
*/}}
{{- define "mobile-token.environment" -}}
{{- $keys := .root.Values.secrets.keys -}}
- name: JAVA_TOOL_OPTIONS
  value: {{ .root.Values.java.options | quote }}
- name: QUARKUS_CONFIG_LOCATIONS
  value: /etc/mobile-token/settings/application.properties
{{- range $variable := keys $keys | sortAlpha }}
{{- if or $.kafka (not (hasPrefix "KAFKA_" $variable)) }}
{{- $place := splitList "/" (get $keys $variable) }}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef:
      name: {{ first $place }}
      key: {{ last $place }}
{{- end }}
{{- end }}
{{- end }}

{{- define "mobile-token.mounts" -}}
- name: settings
  mountPath: /etc/mobile-token/settings
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- with .root.Values }}
{{- if .database.tls }}
- name: database-ca
  mountPath: /etc/mobile-token/database
  readOnly: true
{{- end }}
{{- if and $.kafka (ne .kafka.protocol "PLAINTEXT") }}
- name: kafka-ca
  mountPath: /etc/mobile-token/kafka
  readOnly: true
{{- end }}
{{- if .files }}
- name: files
  mountPath: /etc/mobile-token/files
  readOnly: true
{{- end }}
{{- end }}
{{- end }}

{{- define "mobile-token.volumes" -}}
- name: settings
  configMap:
    name: {{ .configMap }}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- with .root.Values }}
{{- if .database.tls }}
{{ include "mobile-token.ca-volume" (dict "name" "database-ca" "place" .database.ca) }}
{{- end }}
{{- if and $.kafka (ne .kafka.protocol "PLAINTEXT") }}
{{ include "mobile-token.ca-volume" (dict "name" "kafka-ca" "place" .kafka.ca) }}
{{- end }}
{{- if .files }}
- name: files
  projected:
    sources:
      {{- range $file := keys .files | sortAlpha }}
      {{- $place := splitList "/" (get $.root.Values.files $file) }}
      - secret:
          name: {{ first $place }}
          items:
            - key: {{ last $place }}
              path: {{ $file }}
      {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "mobile-token.ca-volume" -}}
{{- $place := splitList "/" .place -}}
- name: {{ .name }}
  secret:
    secretName: {{ first $place }}
    items:
      - key: {{ last $place }}
        path: ca.crt
{{- end }}

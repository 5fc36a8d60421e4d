{{/* Values that contradict each other stop the rendering with one sentence; the schema refuses what is wrong by itself. */}}
{{- define "mobile-token.refusals" -}}
{{- $v := .Values -}}
{{- if not (or $v.image.digest $v.image.tag) -}}
{{- fail (printf "%s: image.digest is missing (outside of production, image.tag would do)." .Chart.Name) -}}
{{- end -}}
{{- if and $v.image.digest $v.image.tag -}}
{{- fail (printf "%s: image.tag contradicts image.digest, which is the one that counts." .Chart.Name) -}}
{{- end -}}
{{- if and $v.production (not $v.image.digest) -}}
{{- fail (printf "%s: production needs image.digest; a tag can be moved." .Chart.Name) -}}
{{- end -}}
{{- if gt (int $v.autoscaling.min) (int $v.autoscaling.max) -}}
{{- fail (printf "%s: autoscaling.min (%d) is above autoscaling.max (%d)." .Chart.Name (int $v.autoscaling.min) (int $v.autoscaling.max)) -}}
{{- end -}}
{{- if and $v.production (lt (int (ternary $v.autoscaling.min $v.replicas $v.autoscaling.enabled)) 2) -}}
{{- fail (printf "%s: production needs two replicas or more." .Chart.Name) -}}
{{- end -}}
{{- if and $v.production (not $v.database.tls) -}}
{{- fail (printf "%s: production needs database.tls." .Chart.Name) -}}
{{- end -}}
{{- if and $v.database.tls (not $v.database.ca) -}}
{{- fail (printf "%s: database.tls needs database.ca." .Chart.Name) -}}
{{- end -}}
{{- if and $v.database.ca (not $v.database.tls) -}}
{{- fail (printf "%s: database.ca has no use while database.tls is false." .Chart.Name) -}}
{{- end -}}
{{- if and $v.production (eq $v.kafka.protocol "PLAINTEXT") -}}
{{- fail (printf "%s: production needs kafka.protocol SASL_SSL or SSL." .Chart.Name) -}}
{{- end -}}
{{- if and (ne $v.kafka.protocol "PLAINTEXT") (not $v.kafka.ca) -}}
{{- fail (printf "%s: kafka.protocol %s needs kafka.ca." .Chart.Name $v.kafka.protocol) -}}
{{- end -}}
{{- range $protocol, $variables := include "mobile-token.kafka-secrets" . | fromYaml -}}
{{- range $variable := $variables -}}
{{- $given := hasKey $v.secrets.keys $variable -}}
{{- if and (eq $v.kafka.protocol $protocol) (not $given) -}}
{{- fail (printf "%s: kafka.protocol %s needs secrets.keys.%s." $.Chart.Name $protocol $variable) -}}
{{- end -}}
{{- if and (ne $v.kafka.protocol $protocol) $given -}}
{{- fail (printf "%s: kafka.protocol %s has no use for secrets.keys.%s." $.Chart.Name $v.kafka.protocol $variable) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- include "mobile-token.strimzi-refusals" . -}}
{{- include "mobile-token.lag-refusals" . -}}
{{- include "mobile-token.setting-refusals" . -}}
{{- include "mobile-token.policy-refusals" . -}}
{{- if and $v.production (not (hasPrefix "https://" $v.oidc.issuer)) -}}
{{- fail (printf "%s: production needs an oidc.issuer with https." .Chart.Name) -}}
{{- end -}}
{{- include (printf "%s.refusals" .Chart.Name) . -}}
{{- end }}

{{- define "mobile-token.strimzi-refusals" -}}
{{- with .Values.kafka -}}
{{- if .strimzi.enabled -}}
{{- if not .strimzi.cluster -}}
{{- fail (printf "%s: kafka.strimzi.cluster is missing (with a Kafka that others look after: kafka.strimzi.enabled: false)." $.Chart.Name) -}}
{{- end -}}
{{- if eq .protocol "PLAINTEXT" -}}
{{- fail (printf "%s: kafka.strimzi makes a user that proves who it is, which kafka.protocol PLAINTEXT never asks for." $.Chart.Name) -}}
{{- end -}}
{{- if and (eq .protocol "SASL_SSL") (ne .mechanism "SCRAM-SHA-512") -}}
{{- fail (printf "%s: kafka.strimzi makes users of SCRAM-SHA-512, not of %s." $.Chart.Name .mechanism) -}}
{{- end -}}
{{- if gt (int .strimzi.minInSync) (int .strimzi.replicas) -}}
{{- fail (printf "%s: kafka.strimzi.minInSync (%d) is above kafka.strimzi.replicas (%d), so nothing could be published." $.Chart.Name (int .strimzi.minInSync) (int .strimzi.replicas)) -}}
{{- end -}}
{{- if and $.Values.production (lt (int .strimzi.minInSync) 2) -}}
{{- fail (printf "%s: production needs kafka.strimzi.minInSync of two or more; one broker alone may lose what it confirmed." $.Chart.Name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "mobile-token.lag-refusals" -}}
{{- $lag := .Values.autoscaling.lag -}}
{{- $way := dict "SASL_SSL" (list "username" "password") "SSL" (list "cert" "key") "PLAINTEXT" list -}}
{{- $needed := ternary list (get $way .Values.kafka.protocol) .Values.kafka.strimzi.enabled -}}
{{- if and $lag.enabled (not .Values.autoscaling.enabled) -}}
{{- fail (printf "%s: autoscaling.lag.enabled contradicts autoscaling.enabled: false." .Chart.Name) -}}
{{- end -}}
{{- if and $lag.enabled (not (include "mobile-token.topics" . | fromYaml).read) -}}
{{- fail (printf "%s: it consumes no events, so autoscaling.lag has nothing to go by." .Chart.Name) -}}
{{- end -}}
{{- if $lag.enabled -}}
{{- range $needed -}}
{{- if not (hasKey $lag.credentials .) -}}
{{- fail (printf "%s: autoscaling.lag.credentials.%s is missing, so KEDA could not ask Kafka." $.Chart.Name .) -}}
{{- end -}}
{{- end -}}
{{- range $given := keys $lag.credentials -}}
{{- if not (has $given $needed) -}}
{{- fail (printf "%s: nothing takes autoscaling.lag.credentials.%s." $.Chart.Name $given) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* A setting may add to what the values say, and not undo it. */}}
{{- define "mobile-token.setting-refusals" -}}
{{- $derived := include "mobile-token.derived-properties" . | fromYaml -}}
{{- $strimzi := .Values.kafka.strimzi -}}
{{- range $name, $value := .Values.settings -}}
{{- if hasKey $derived $name -}}
{{- fail (printf "%s: settings.%s is what the chart makes of its other values; change those." $.Chart.Name $name) -}}
{{- end -}}
{{- if or (regexMatch "^mp\\.messaging\\.incoming\\.[^.]+\\.(topic|group\\.id)$" $name) (has $name (list "mobile-token.delivery.dead-letter-topic" "mobile-token.delivery.publishes")) -}}
{{- fail (printf "%s: settings.%s contradicts the rights that the service has; its topics and groups are its own." $.Chart.Name $name) -}}
{{- end -}}
{{- if and $strimzi.enabled (regexMatch "^mp\\.messaging\\.incoming\\.[^.]+\\.concurrency$" $name) (gt (int $value) (int $strimzi.partitions)) -}}
{{- fail (printf "%s: settings.%s (%d) is above kafka.strimzi.partitions (%d): a reader without a partition has nothing to read." $.Chart.Name $name (int $value) (int $strimzi.partitions)) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* What the policies would keep apart although other values say that it has to meet. */}}
{{- define "mobile-token.policy-refusals" -}}
{{- $v := .Values -}}
{{- if $v.network.policy -}}
{{- if and $v.tracing.endpoint (not (hasKey $v.network.egress "tracing")) -}}
{{- fail (printf "%s: tracing.endpoint needs network.egress.tracing, or no trace gets out." .Chart.Name) -}}
{{- end -}}
{{- if and $v.monitoring.enabled (not $v.network.monitoring) -}}
{{- fail (printf "%s: monitoring.enabled needs network.monitoring, so that the policy lets Prometheus in." .Chart.Name) -}}
{{- end -}}
{{- if and (or $v.routes.apps.parents $v.routes.staff.parents) (not $v.network.gateways) -}}
{{- fail (printf "%s: routes need network.gateways, so that the policy lets the gateway in." .Chart.Name) -}}
{{- end -}}
{{- range (include "mobile-token.neighbours" . | fromYaml).connects -}}
{{- if not (hasKey $v.network.egress .) -}}
{{- fail (printf "%s: network.egress.%s is missing, so the policy would keep the service from it." $.Chart.Name .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

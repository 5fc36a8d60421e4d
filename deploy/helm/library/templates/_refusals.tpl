{{/* Values that contradict each other stop the rendering with one sentence; the schema refuses what is wrong by itself. */}}
{{- define "mobile-token.refusals" -}}
{{- $v := .Values -}}
{{- if not (or $v.image.digest $v.image.tag) -}}
{{- fail (printf "%s: image.digest is missing (outside of production, image.tag would do)." .Chart.Name) -}}
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
{{- if and $v.production (eq $v.kafka.protocol "PLAINTEXT") -}}
{{- fail (printf "%s: production needs kafka.protocol SASL_SSL." .Chart.Name) -}}
{{- end -}}
{{- if and (eq $v.kafka.protocol "SASL_SSL") (not $v.kafka.ca) -}}
{{- fail (printf "%s: kafka.protocol SASL_SSL needs kafka.ca." .Chart.Name) -}}
{{- end -}}
{{- if and (eq $v.kafka.protocol "SASL_SSL") (not (hasKey $v.secrets.keys "KAFKA_SASL_JAAS_CONFIG")) -}}
{{- fail (printf "%s: kafka.protocol SASL_SSL needs secrets.keys.KAFKA_SASL_JAAS_CONFIG." .Chart.Name) -}}
{{- end -}}
{{- if and $v.production (not (hasPrefix "https://" $v.oidc.issuer)) -}}
{{- fail (printf "%s: production needs an oidc.issuer with https." .Chart.Name) -}}
{{- end -}}
{{- if and $v.tracing.endpoint $v.network.policy (not (hasKey $v.network.egress "tracing")) -}}
{{- fail (printf "%s: tracing.endpoint needs network.egress.tracing, or no trace gets out." .Chart.Name) -}}
{{- end -}}
{{- if $v.network.policy -}}
{{- range (include "mobile-token.neighbours" . | fromYaml).connects -}}
{{- if not (hasKey $v.network.egress .) -}}
{{- fail (printf "%s: network.egress.%s is missing, so the policy would keep the service from it." $.Chart.Name .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- include (printf "%s.refusals" .Chart.Name) . -}}
{{- end }}

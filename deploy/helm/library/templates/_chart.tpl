{{/* Everything that a service is on Kubernetes. */}}
{{- define "mobile-token.chart" -}}
{{- include "mobile-token.refusals" . -}}
{{- $root := . -}}
{{- range $part := list
  "service-account"
  "config-map"
  "kafka-topics"
  "kafka-user"
  "deployment"
  "service"
  "disruption-budget"
  "autoscaler"
  "scaled-object"
  "scaler-authentication"
  "scaler-name"
  "scaler-user"
  "network-policy"
  "app-route"
  "staff-route"
  "service-monitor"
  "alerts"
  "dashboard"
  "business-dashboard"
  "migration-settings"
  "migration-network-policy"
  "migration-job"
}}
{{- with include (printf "mobile-token.%s" $part) $root }}
---
{{ . }}
{{- end }}
{{- end }}
{{- end }}

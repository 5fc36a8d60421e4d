{{- define "mobile-token.service-monitor" -}}
{{- if .Values.monitoring.enabled -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.monitoring-labels" . | nindent 4 }}
spec:
  selector:
    matchLabels:
      {{- include "mobile-token.selector" . | nindent 6 }}
  endpoints:
    - port: http
      path: /q/metrics
      interval: 15s
      scrapeTimeout: 10s
{{- end }}
{{- end }}

{{- define "mobile-token.monitoring-labels" -}}
{{ include "mobile-token.labels" . }}
{{- with .Values.monitoring.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/*
What every service is watched for; the chart of a service adds its own. `{$}` stands for the labels of the service.
Gauges of the database are the same on each replica, hence the maximum.
*/}}
{{- define "mobile-token.common-alerts" -}}
- alert: NoReplicaAnswers
  expr: absent(up{$} == 1)
  for: 2m
  severity: critical
  summary: No replica of the service can be asked for its metrics.
  runbook: requests-fail
- alert: OutboxGrows
  expr: max(outbox_oldest_age_seconds{$}) > 30
  for: 2m
  severity: critical
  summary: The oldest event has been waiting for more than 30 seconds to be published.
  runbook: outbox-growing
- alert: KeysParked
  expr: max(parked_keys{$}) > 0
  for: 1m
  severity: critical
  summary: Events of a customer wait because one of them failed.
  runbook: consumer-stuck
- alert: AuditNotSealed
  expr: max(audit_oldest_unsealed_age_seconds{$}) > 300
  for: 5m
  severity: critical
  summary: What staff or operations did has been waiting for its seal for more than five minutes.
  runbook: audit
- alert: AuditChainCut
  expr: max(audit_sealed_entries{$}) < max(max_over_time(audit_sealed_entries{$}[1d]))
  for: 10m
  severity: critical
  summary: The chain of what staff and operations did is shorter than it was.
  runbook: audit
{{- if (include "mobile-token.topics" . | fromYaml).read }}
- alert: ConsumerHalted
  expr: max by (consumer) (consumer_halted{$}) > 0
  severity: critical
  summary: A consumer holds its next record until somebody has looked.
  runbook: consumer-stuck
- alert: EventsAboutToBeDeletedUnread
  expr: max by (topic, partition) (consumer_lag_near_retention{$}) > 0
  for: 5m
  severity: critical
  summary: A consumer is so far behind that Kafka will delete what it has not read.
  runbook: consumer-stuck
- alert: DeadLetters
  expr: sum by (consumer) (increase(dead_letters_total{$}[10m])) > 0
  severity: warning
  summary: A record could not be read as an event.
  runbook: dead-letters
{{- end }}
{{- end }}

{{/* Each alert names the runbook that says what to do. */}}
{{- define "mobile-token.alerts" -}}
{{- if .Values.monitoring.enabled -}}
{{- $alerts := include "mobile-token.common-alerts" . | fromYamlArray -}}
{{- $alerts = concat $alerts (include (printf "%s.alerts" .Chart.Name) . | fromYamlArray) -}}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.monitoring-labels" . | nindent 4 }}
spec:
  groups:
    - name: {{ .Chart.Name }}
      rules:
        {{- range $alerts }}
        {{- include "mobile-token.alert" (dict "root" $ "alert" .) | nindent 8 }}
        {{- end }}
    {{- include "mobile-token.objectives" . | nindent 4 }}
{{- end }}
{{- end }}

{{- define "mobile-token.alert" -}}
- alert: {{ .alert.alert }}
  expr: {{ include "mobile-token.expression" (dict "root" .root "text" .alert.expr) | squote }}
  {{- with .alert.for }}
  for: {{ . }}
  {{- end }}
  labels:
    severity: {{ .alert.severity }}
    service: {{ .root.Chart.Name }}
  annotations:
    summary: {{ .alert.summary | quote }}
    runbook_url: {{ .root.Values.monitoring.runbooks }}/{{ .alert.runbook }}.md
{{- end }}

{{- define "mobile-token.expression" -}}
{{- $labels := printf "{namespace=%q, service=%q" .root.Release.Namespace .root.Chart.Name -}}
{{- replace "{$" $labels .text -}}
{{- end }}

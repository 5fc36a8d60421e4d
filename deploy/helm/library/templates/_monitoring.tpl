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

{{/* Each alert names the runbook that says what to do. */}}
{{- define "mobile-token.alerts" -}}
{{- if .Values.monitoring.enabled -}}
{{- $of := printf "{namespace=%q, service=%q}" .Release.Namespace .Chart.Name -}}
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
        - alert: OutboxGrows
          expr: max(outbox_oldest_age_seconds{{ $of }}) > 30
          for: 2m
          labels:
            severity: critical
            service: {{ .Chart.Name }}
          annotations:
            summary: The oldest event has been waiting for more than 30 seconds to be published.
            runbook_url: {{ .Values.monitoring.runbooks }}/outbox-growing.md
        - alert: KeysParked
          expr: max(parked_keys{{ $of }}) > 0
          for: 1m
          labels:
            severity: critical
            service: {{ .Chart.Name }}
          annotations:
            summary: Events of a customer wait because one of them failed.
            runbook_url: {{ .Values.monitoring.runbooks }}/consumer-stuck.md
        - alert: ConsumerHalted
          expr: max by (consumer) (consumer_halted{{ $of }}) > 0
          labels:
            severity: critical
            service: {{ .Chart.Name }}
          annotations:
            summary: A consumer holds its next record until somebody has looked.
            runbook_url: {{ .Values.monitoring.runbooks }}/consumer-stuck.md
        - alert: EventsAboutToBeDeletedUnread
          expr: max by (topic, partition) (consumer_lag_near_retention{{ $of }}) > 0
          for: 5m
          labels:
            severity: critical
            service: {{ .Chart.Name }}
          annotations:
            summary: A consumer is so far behind that Kafka will delete what it has not read.
            runbook_url: {{ .Values.monitoring.runbooks }}/consumer-stuck.md
        - alert: DeadLetters
          expr: sum by (consumer) (increase(dead_letters_total{{ $of }}[10m])) > 0
          labels:
            severity: warning
            service: {{ .Chart.Name }}
          annotations:
            summary: A record could not be read as an event.
            runbook_url: {{ .Values.monitoring.runbooks }}/dead-letters.md
{{- end }}
{{- end }}

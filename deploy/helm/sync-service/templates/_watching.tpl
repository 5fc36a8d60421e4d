{{/* Who asks for the outcome of a synchronisation waits for it on purpose. */}}
{{- define "sync-service.objectives" -}}
within: "0.5"
among: ", uri!=\"/v1/syncs\""
{{- end }}

{{- define "sync-service.alerts" -}}
- alert: SynchronisationsFail
  expr: sum(rate(syncs_total{$, outcome="failed"}[30m])) > 0.1 * sum(rate(syncs_total{$, outcome=~"failed|completed"}[30m]))
  for: 10m
  severity: warning
  summary: More than one of ten synchronisations fails.
  runbook: apps-out-of-step
{{- end }}

{{- define "sync-service.panels" -}}
- row: Synchronisations
- title: Steps by outcome
  unit: cps
  queries:
    - expr: sum by (outcome) (rate(syncs_total{$}[$__rate_interval]))
      legend: "{{ "{{outcome}}" }}"
- title: Disables that others follow
  unit: cps
  queries:
    - expr: sum(rate(disable_cascades_total{$}[$__rate_interval]))
      legend: disables
{{- end }}

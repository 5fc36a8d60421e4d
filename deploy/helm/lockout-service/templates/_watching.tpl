{{/* Every passcode that is verified waits for two answers of this service. */}}
{{- define "lockout-service.objectives" -}}
within: "0.1"
among: ""
{{- end }}

{{- define "lockout-service.alerts" -}}
- alert: ManyFreezes
  expr: sum(increase(freezes_total{$}[1h])) > 20 and sum(increase(freezes_total{$}[1h])) > 5 * sum(increase(freezes_total{$}[1h] offset 1d))
  severity: warning
  summary: Five times as many customers as a day before have had their tokens frozen within an hour.
  runbook: many-freezes
- alert: AttemptsAbandoned
  expr: sum(rate(passcode_attempts_total{$, outcome="abandoned"}[15m])) > 0.05 * sum(rate(passcode_attempts_total{$}[15m]))
  for: 5m
  severity: critical
  summary: More than one of twenty passcodes is counted as wrong because its outcome never arrived.
  runbook: many-freezes
{{- end }}

{{- define "lockout-service.panels" -}}
- row: Attempts
- title: Attempts by outcome
  unit: cps
  queries:
    - expr: sum by (outcome) (rate(passcode_attempts_total{$}[$__rate_interval]))
      legend: "{{ "{{outcome}}" }}"
- title: Attempts that wait to be decided
  unit: short
  queries:
    - expr: sum by (pod) (attempts_waiting{$})
      legend: "{{ "{{pod}}" }}"
- title: Freezes in force
  unit: short
  queries:
    - expr: max by (kind) (frozen_customers{$})
      legend: "{{ "{{kind}}" }}"
- title: Rows under keys that are being retired
  unit: short
  queries:
    - expr: max by (of) (rows_under_old_keys{$})
      legend: "{{ "{{of}}" }}"
{{- end }}

{{/* An SMS is sent before its request is answered: how long that takes is the objective of notification-service. */}}
{{- define "enrolment-service.objectives" -}}
within: "0.5"
among: ", uri!~\".*/otp.*\""
{{- end }}

{{- define "enrolment-service.alerts" -}}
- alert: CascadeSlow
  expr: histogram_quantile(0.99, sum by (le) (rate(disable_cascade_seconds_bucket{$}[15m]))) > 10
  for: 10m
  severity: critical
  summary: A disabled token takes more than ten seconds to end in the other app.
  runbook: apps-out-of-step
{{- end }}

{{- define "enrolment-service.panels" -}}
- row: Tokens
- title: Proofs by outcome
  unit: cps
  queries:
    - expr: sum by (outcome) (rate(proofs_total{$}[$__rate_interval]))
      legend: "{{ "{{outcome}}" }}"
- title: Proofs by purpose and factor
  unit: cps
  queries:
    - expr: sum by (purpose, factor) (rate(proofs_total{$}[$__rate_interval]))
      legend: "{{ "{{purpose}}, {{factor}}" }}"
- title: From a disable to the end in the other app
  unit: s
  queries:
    - expr: histogram_quantile(0.99, sum by (le) (rate(disable_cascade_seconds_bucket{$}[$__rate_interval])))
      legend: p99
- title: Rows under keys that are being retired
  unit: short
  queries:
    - expr: max by (of) (rows_under_old_keys{$})
      legend: "{{ "{{of}}" }}"
{{- end }}

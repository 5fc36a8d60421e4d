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

{{/* An SMS is sent before its request is answered. */}}
{{- define "notification-service.objectives" -}}
within: "2.5"
among: ""
{{- end }}

{{- define "notification-service.alerts" -}}
- alert: CodesNotSent
  expr: sum(rate(otp_requests_total{$, outcome="not_sent"}[15m])) > 0.05 * sum(rate(otp_requests_total{$, outcome=~"sent|not_sent"}[15m]))
  for: 5m
  severity: critical
  summary: More than one of twenty one-time passwords does not get out.
  runbook: messages-not-sent
- alert: NoticesWait
  expr: max by (channel) (notice_oldest_age_seconds{$}) > 300
  for: 5m
  severity: warning
  summary: A notice to a customer has been due for more than five minutes.
  runbook: messages-not-sent
- alert: MessagesInDoubt
  expr: max(messages_in_doubt{$}) > 0
  for: 1h
  severity: warning
  summary: Nobody knows whether a message has reached its customer.
  runbook: messages-not-sent
- alert: BudgetOfCodesSpent
  expr: sum(increase(otp_requests_total{$, outcome="budget_spent"}[15m])) > 0
  severity: critical
  summary: The bank has no more one-time passwords for today, or for numbers that begin alike.
  runbook: messages-not-sent
{{- end }}

{{- define "notification-service.panels" -}}
- row: Messages
- title: Codes by outcome
  unit: cps
  queries:
    - expr: sum by (outcome) (rate(otp_requests_total{$}[$__rate_interval]))
      legend: "{{ "{{outcome}}" }}"
- title: Messages by outcome
  unit: cps
  queries:
    - expr: sum by (channel, outcome) (rate(messages_total{$}[$__rate_interval]))
      legend: "{{ "{{channel}}, {{outcome}}" }}"
- title: The oldest notice that is due
  unit: s
  queries:
    - expr: max by (channel) (notice_oldest_age_seconds{$})
      legend: "{{ "{{channel}}" }}"
- title: Rows under keys that are being retired
  unit: short
  queries:
    - expr: max by (of) (rows_under_old_keys{$})
      legend: "{{ "{{of}}" }}"
{{- end }}

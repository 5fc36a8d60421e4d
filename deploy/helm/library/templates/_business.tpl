{{- define "mobile-token.business-panels" -}}
- row: Tokens
- title: Enabled tokens
  unit: short
  queries:
    - expr: max by (app) (enabled_tokens{$})
      legend: "{{ "{{app}}" }}"
- title: Enabled in an hour
  unit: short
  queries:
    - expr: sum by (app, cause) (increase(token_enablings_total{$}[1h]))
      legend: "{{ "{{app}}, {{cause}}" }}"
- title: Disabled in an hour
  unit: short
  queries:
    - expr: sum by (app, cause) (increase(token_disablings_total{$}[1h]))
      legend: "{{ "{{app}}, {{cause}}" }}"
- title: Enrolments that ended without a token, in an hour
  unit: short
  queries:
    - expr: sum by (app, reason) (increase(enrolments_ended_total{$}[1h]))
      legend: "{{ "{{app}}, {{reason}}" }}"
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
- row: Wrong passcodes and freezes
- title: Passcodes in an hour
  unit: short
  queries:
    - expr: sum by (outcome) (increase(passcode_attempts_total{$}[1h]))
      legend: "{{ "{{outcome}}" }}"
- title: Freezes in an hour
  unit: short
  queries:
    - expr: sum by (kind) (increase(freezes_total{$}[1h]))
      legend: "{{ "{{kind}}" }}"
- title: Unfreezings in an hour
  unit: short
  queries:
    - expr: sum by (reason) (increase(unfreezes_total{$}[1h]))
      legend: "{{ "{{reason}}" }}"
- title: Frozen customers
  unit: short
  queries:
    - expr: max by (kind) (frozen_customers{$})
      legend: "{{ "{{kind}}" }}"
- row: Codes and messages
- title: One-time passwords asked for in an hour
  unit: short
  queries:
    - expr: sum by (outcome) (increase(otp_requests_total{$}[1h]))
      legend: "{{ "{{outcome}}" }}"
- title: One-time passwords typed in within an hour
  unit: short
  queries:
    - expr: sum by (outcome) (increase(otp_verifications_total{$}[1h]))
      legend: "{{ "{{outcome}}" }}"
- title: Messages in an hour
  unit: short
  queries:
    - expr: sum by (channel, outcome) (increase(messages_total{$}[1h]))
      legend: "{{ "{{channel}}, {{outcome}}" }}"
- title: Messages in doubt
  unit: short
  queries:
    - expr: max(messages_in_doubt{$})
      legend: messages
- title: The oldest notice that is due
  unit: s
  queries:
    - expr: max by (channel) (notice_oldest_age_seconds{$})
      legend: "{{ "{{channel}}" }}"
- row: Two apps
- title: Synchronisations in an hour
  unit: short
  queries:
    - expr: sum by (target, outcome) (increase(syncs_total{$}[1h]))
      legend: "{{ "{{target}}, {{outcome}}" }}"
- title: Offers answered otherwise, in an hour
  unit: short
  queries:
    - expr: sum by (app, answer) (increase(sync_offer_answers_total{$}[1h]))
      legend: "{{ "{{app}}, {{answer}}" }}"
- title: From a disable to the end in the other app
  unit: s
  queries:
    {{- range list "0.5" "0.99" }}
    - expr: histogram_quantile({{ . }}, sum by (le) (rate(disable_cascade_seconds_bucket{$}[$__rate_interval])))
      legend: p{{ mulf . 100 }}
    {{- end }}
- title: Disables that others follow, in an hour
  unit: short
  queries:
    - expr: sum(increase(disable_cascades_total{$}[1h]))
      legend: disables
{{- end }}

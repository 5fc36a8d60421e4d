{{/*
A dashboard for each service: what every service shows, and what its own chart adds. Panels are written as rows of titles and
queries; where they stand follows from their order. `{$}` stands for the labels of the service.
*/}}
{{- define "mobile-token.common-panels" -}}
- row: Requests
- title: Requests by status
  unit: reqps
  queries:
    - expr: sum by (status) (rate(http_server_requests_seconds_count{$}[$__rate_interval]))
      legend: "{{ "{{status}}" }}"
- title: Share that fails, and that is slow
  unit: percentunit
  queries:
    - expr: service:requests_failed:ratio_5m{$}
      legend: fails
    - expr: service:requests_slow:ratio_5m{$}
      legend: is slow
- title: Time to answer
  unit: s
  queries:
    {{- range list "0.5" "0.95" "0.99" }}
    - expr: histogram_quantile({{ . }}, sum by (le) (rate(http_server_requests_seconds_bucket{$}[$__rate_interval])))
      legend: p{{ mulf . 100 }}
    {{- end }}
- title: The slowest addresses, p99
  unit: s
  queries:
    - expr: topk(5, histogram_quantile(0.99, sum by (le, method, uri) (rate(http_server_requests_seconds_bucket{$}[$__rate_interval]))))
      legend: "{{ "{{method}} {{uri}}" }}"
- title: Failures by address
  unit: reqps
  queries:
    - expr: sum by (method, uri, status) (rate(http_server_requests_seconds_count{$, status=~"5.."}[$__rate_interval]))
      legend: "{{ "{{method}} {{uri}} {{status}}" }}"
- title: Calls of others, p99
  unit: s
  queries:
    - expr: histogram_quantile(0.99, sum by (le, clientName) (rate(http_client_requests_seconds_bucket{$}[$__rate_interval])))
      legend: "{{ "{{clientName}}" }}"
- row: Events
- title: The oldest event that is not published
  unit: s
  queries:
    - expr: max(outbox_oldest_age_seconds{$})
      legend: waits
- title: From a decision to the broker
  unit: s
  queries:
    {{- range list "0.5" "0.99" }}
    - expr: histogram_quantile({{ . }}, sum by (le) (rate(relay_lag_seconds_bucket{$}[$__rate_interval])))
      legend: p{{ mulf . 100 }}
    {{- end }}
- title: Events published together
  unit: short
  queries:
    - expr: sum(rate(relay_batch_events_sum{$}[$__rate_interval])) / sum(rate(relay_batch_events_count{$}[$__rate_interval]))
      legend: on average
- title: Keys parked
  unit: short
  queries:
    - expr: max(parked_keys{$})
      legend: keys
{{- if (include "mobile-token.topics" . | fromYaml).read }}
- title: Unread events
  unit: short
  queries:
    - expr: sum by (topic) (max by (topic, partition) (consumer_lag_events{$}))
      legend: "{{ "{{topic}}" }}"
- title: Halted, or close to losing events
  unit: short
  queries:
    - expr: max by (consumer) (consumer_halted{$})
      legend: "{{ "{{consumer}} is halted" }}"
    - expr: max by (topic) (consumer_lag_near_retention{$})
      legend: "{{ "{{topic}} is about to lose events" }}"
- title: Not taken over
  unit: short
  queries:
    - expr: sum by (consumer) (increase(dead_letters_total{$}[1h]))
      legend: "{{ "{{consumer}}: no event" }}"
    - expr: sum by (consumer) (increase(inbox_refused_total{$}[1h]))
      legend: "{{ "{{consumer}}: too old" }}"
    - expr: sum by (consumer) (increase(events_lost_total{$}[1h]))
      legend: "{{ "{{consumer}}: lost" }}"
- title: Delivered again
  unit: cps
  queries:
    - expr: sum by (consumer) (rate(inbox_duplicates_total{$}[$__rate_interval]))
      legend: "{{ "{{consumer}}" }}"
{{- end }}
- row: Process
- title: Replicas
  unit: short
  queries:
    - expr: sum(up{$})
      legend: can be asked
- title: CPU
  unit: percentunit
  queries:
    - expr: max by (pod) (process_cpu_usage{$})
      legend: "{{ "{{pod}}" }}"
- title: Heap
  unit: bytes
  queries:
    - expr: sum by (pod) (jvm_memory_used_bytes{$, area="heap"})
      legend: "{{ "{{pod}}" }}"
- title: Pauses of the collector
  unit: percentunit
  queries:
    - expr: sum by (pod) (rate(jvm_gc_pause_seconds_sum{$}[$__rate_interval]))
      legend: "{{ "{{pod}}" }}"
- title: Audit entries without a seal
  unit: s
  queries:
    - expr: max(audit_oldest_unsealed_age_seconds{$})
      legend: the oldest waits
- title: Audit entries sealed
  unit: short
  queries:
    - expr: max(audit_sealed_entries{$})
      legend: entries
{{- end }}

{{- define "mobile-token.dashboard" -}}
{{- if and .Values.monitoring.enabled .Values.monitoring.dashboards.enabled -}}
{{- $own := concat (include (printf "%s.panels" .Chart.Name) . | fromYamlArray) (include "mobile-token.common-panels" . | fromYamlArray) -}}
{{- $labels := printf "{namespace=%q, service=%q" .Release.Namespace .Chart.Name -}}
{{- include "mobile-token.dashboard-map" (dict "root" . "name" .Chart.Name "panels" $own "labels" $labels) -}}
{{- end -}}
{{- end }}

{{/* What the bank wants to know, whichever service counts it; it comes with the service that owns the tokens. */}}
{{- define "mobile-token.business-dashboard" -}}
{{- if and .Values.monitoring.enabled .Values.monitoring.dashboards.enabled (eq .Chart.Name "enrolment-service") -}}
{{- $panels := include "mobile-token.business-panels" . | fromYamlArray -}}
{{- $labels := printf "{namespace=%q" .Release.Namespace -}}
{{- include "mobile-token.dashboard-map" (dict "root" . "name" "business" "panels" $panels "labels" $labels) -}}
{{- end -}}
{{- end }}

{{- define "mobile-token.dashboard-map" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .name }}-dashboard
  labels:
    {{- include "mobile-token.labels" .root | nindent 4 }}
    {{- with .root.Values.monitoring.dashboards.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
data:
  mobile-token-{{ .name }}.json: |
    {{- include "mobile-token.dashboard-json" . | nindent 4 }}
{{- end }}

{{/* One panel a line, so that a change can be read. */}}
{{- define "mobile-token.dashboard-json" -}}
{
  "uid": "mobile-token-{{ .name }}",
  "title": "Mobile Token: {{ .name }}",
  "tags": ["mobile-token"],
  "schemaVersion": 39,
  "editable": false,
  "refresh": "30s",
  "time": {"from": "now-6h", "to": "now"},
  "templating": {"list": [{"name": "datasource", "label": "Prometheus", "type": "datasource", "query": "prometheus"}]},
  "panels": [
    {{- $labels := .labels }}
    {{- $place := dict "x" 0 "y" 0 }}
    {{- range $index, $panel := .panels }}
    {{- if $index }},{{ end }}
    {{- if hasKey $panel "row" }}
    {{- if gt (int $place.x) 0 }}{{ $_ := set $place "y" (add $place.y 8) }}{{ end }}
    {{ dict "id" (add $index 1) "type" "row" "title" $panel.row "collapsed" false "panels" list "gridPos" (dict "h" 1 "w" 24 "x" 0 "y" $place.y) | toJson }}
    {{- $_ := set $place "x" 0 }}
    {{- $_ := set $place "y" (add $place.y 1) }}
    {{- else }}
    {{- $targets := list }}
    {{- range $number, $query := $panel.queries }}
    {{- $expr := replace "{$" $labels $query.expr }}
    {{- $targets = append $targets (dict "refId" (printf "Q%d" (add $number 1)) "expr" $expr "legendFormat" $query.legend) }}
    {{- end }}
    {{ dict "id" (add $index 1) "type" "timeseries" "title" $panel.title
      "datasource" (dict "type" "prometheus" "uid" "${datasource}")
      "fieldConfig" (dict "defaults" (dict "unit" $panel.unit "min" 0) "overrides" list)
      "gridPos" (dict "h" 8 "w" 8 "x" $place.x "y" $place.y) "targets" $targets | toJson }}
    {{- $_ := set $place "x" (mod (add $place.x 8) 24) }}
    {{- if eq (int $place.x) 0 }}{{ $_ := set $place "y" (add $place.y 8) }}{{ end }}
    {{- end }}
    {{- end }}
  ]
}
{{- end }}

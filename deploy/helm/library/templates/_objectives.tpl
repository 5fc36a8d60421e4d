{{/*
Two objectives of every service: the share of requests that are answered without a fault of ours, and the share that is
answered in time. An alert looks at the last minutes and hours at once: at the pace of the longer window the budget of a
month is spent too early, and the shorter one says that it is still going on.
*/}}
{{- define "mobile-token.objectives" -}}
{{- $own := include (printf "%s.objectives" .Chart.Name) . | fromYaml -}}
{{- $in_time := printf "http_server_requests_seconds_bucket{$%s, le=%q}" $own.among $own.within -}}
{{- $among := printf "http_server_requests_seconds_count{$%s}" $own.among -}}
{{- $all := "http_server_requests_seconds_count{$}" -}}
{{- $failed := "http_server_requests_seconds_count{$, status=~\"5..\"}" -}}
- name: {{ .Chart.Name }}-objectives
  rules:
    {{- range $window := list "5m" "30m" "1h" "2h" "6h" "1d" "3d" }}
    - record: service:requests_failed:ratio_{{ $window }}
      expr: {{ include "mobile-token.expression" (dict "root" $ "text" (printf "sum(rate(%s[%s])) / sum(rate(%s[%s]))" $failed $window $all $window)) | squote }}
      labels:
        {{- include "mobile-token.recorded-labels" $ | nindent 8 }}
    - record: service:requests_slow:ratio_{{ $window }}
      expr: {{ include "mobile-token.expression" (dict "root" $ "text" (printf "1 - sum(rate(%s[%s])) / sum(rate(%s[%s]))" $in_time $window $among $window)) | squote }}
      labels:
        {{- include "mobile-token.recorded-labels" $ | nindent 8 }}
    {{- end }}
    {{- $objectives := .Values.monitoring.objectives }}
    {{- include "mobile-token.budget-alerts" (dict "root" . "what" "failed" "name" "ErrorBudgetBurns" "objective" $objectives.availability "runbook" "requests-fail" "tells" "Requests fail") | nindent 4 }}
    {{- include "mobile-token.budget-alerts" (dict "root" . "what" "slow" "name" "LatencyBudgetBurns" "objective" $objectives.latency "runbook" "requests-slow" "tells" (printf "Requests take longer than %s s" $own.within)) | nindent 4 }}
{{- end }}

{{- define "mobile-token.recorded-labels" -}}
namespace: {{ .Release.Namespace }}
service: {{ .Chart.Name }}
{{- end }}

{{- define "mobile-token.budget-alerts" -}}
{{- $ratio := printf "service:requests_%s:ratio" .what -}}
{{- $budget := printf "(1 - %s / 100)" (toString .objective) -}}
{{- $over := "%[1]s_%[3]s{$} > %[5]s * %[2]s and %[1]s_%[4]s{$} > %[5]s * %[2]s" -}}
{{- $fast := printf "%s or %s" (printf $over $ratio $budget "1h" "5m" "14.4") (printf $over $ratio $budget "6h" "30m" "6") -}}
{{- $slow := printf "%s or %s" (printf $over $ratio $budget "1d" "2h" "3") (printf $over $ratio $budget "3d" "6h" "1") -}}
{{- include "mobile-token.alert" (dict "root" .root "alert" (dict
  "alert" (printf "%sFast" .name) "expr" $fast "severity" "critical" "runbook" .runbook
  "summary" (printf "%s so often that the month's budget is gone within days." .tells))) }}
{{ include "mobile-token.alert" (dict "root" .root "alert" (dict
  "alert" (printf "%sSlowly" .name) "expr" $slow "severity" "warning" "runbook" .runbook
  "summary" (printf "%s so often that the month's budget will not last." .tells))) }}
{{- end }}

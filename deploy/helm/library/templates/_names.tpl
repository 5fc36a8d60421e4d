{{/* One installation per namespace: a service is called by the name of its chart, and its neighbours find it there. */}}
{{- define "mobile-token.labels" -}}
{{ include "mobile-token.selector" . }}
app.kubernetes.io/part-of: mobile-token
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "mobile-token.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: service
{{- end }}

{{- define "mobile-token.migration-selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: migration
{{- end }}

{{- define "mobile-token.migration-labels" -}}
{{ include "mobile-token.migration-selector" . }}
app.kubernetes.io/part-of: mobile-token
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "mobile-token.image" -}}
{{- with .Values.image -}}
{{- $path := list .registry .repository | join "/" | trimPrefix "/" -}}
{{- if .digest -}}{{ $path }}@{{ .digest }}{{- else -}}{{ $path }}:{{ .tag }}{{- end -}}
{{- end -}}
{{- end }}

{{/* Which services call this one, and which it calls: defined by its chart, since that is no setting. */}}
{{- define "mobile-token.neighbours" -}}
{{ include (printf "%s.neighbours" .Chart.Name) . }}
{{- end }}

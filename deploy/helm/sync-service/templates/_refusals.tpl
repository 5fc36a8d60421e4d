{{- define "sync-service.refusals" -}}
{{- end }}

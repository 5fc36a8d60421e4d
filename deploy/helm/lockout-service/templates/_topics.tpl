{{- define "lockout-service.topics" -}}
owned:
  - {name: mobile-token.lockout.v1, keptMillis: -1}
read: []
{{- end }}

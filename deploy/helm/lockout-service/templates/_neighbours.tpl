{{- define "lockout-service.neighbours" -}}
calledBy: [enrolment-service]
calls: {}
connects: [database, kafka, oidc]
{{- end }}

{{- define "sync-service.neighbours" -}}
calledBy: []
calls:
  enrolment: enrolment-service
connects: [database, directory, kafka, oidc]
{{- end }}

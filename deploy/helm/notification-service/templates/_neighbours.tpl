{{- define "notification-service.neighbours" -}}
calledBy: [enrolment-service]
calls: {}
connects: [database, directory, kafka, oidc, sms]
{{- end }}

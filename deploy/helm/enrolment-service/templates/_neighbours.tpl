{{- define "enrolment-service.neighbours" -}}
calledBy: [sync-service]
calls:
  lockout: lockout-service
  notification: notification-service
connects: [database, directory, kafka, oidc]
{{- end }}

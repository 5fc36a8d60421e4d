{{- define "notification-service.routes" -}}
apps:
  - {path: /v1/otps, type: PathPrefix, methods: [POST]}
  - {path: /v1/error-reports, methods: [POST]}
staff:
  - {path: /v1/error-reports, type: PathPrefix, methods: [GET]}
  - {path: /v1/customers, type: PathPrefix, methods: [GET]}
  - {path: /v1/messages, methods: [GET]}
  - {path: /v1/messages, type: PathPrefix, methods: [POST]}
  - {path: /v1/operations, type: PathPrefix, methods: [GET, POST]}
{{- end }}

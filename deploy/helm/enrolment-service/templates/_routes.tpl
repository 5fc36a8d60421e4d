{{- define "enrolment-service.routes" -}}
apps:
  - {path: /.well-known/jwks.json, methods: [GET]}
  - {path: /v1/token, methods: [GET, DELETE]}
  - {path: /v1/token/biometric, methods: [DELETE]}
  - {path: /v1/enrolments, type: PathPrefix, methods: [POST]}
  - {path: /v1/biometric-enrolments, type: PathPrefix, methods: [POST]}
  - {path: /v1/authorisations, type: PathPrefix, methods: [POST]}
  - {path: /v1/challenges, methods: [POST]}
  - {path: /v1/login-options, methods: [POST]}
  - {path: /v1/verifications, methods: [POST]}
staff:
  - {path: /v1/customers, type: PathPrefix, methods: [GET, POST]}
  - {path: /v1/operations, type: PathPrefix, methods: [GET, POST]}
{{- end }}

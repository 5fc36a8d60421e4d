{{- define "lockout-service.routes" -}}
apps:
  - {path: /v1/freeze, methods: [GET]}
  - {path: /v1/e-token-unfreezes, methods: [POST]}
staff:
  - {path: "/v1/customers/[^/]+/lockout(/history)?", type: RegularExpression, methods: [GET]}
  - {path: "/v1/customers/[^/]+/unfreezes(/[^/]+/approval)?", type: RegularExpression, methods: [POST]}
  - {path: "/v1/customers/[^/]+/e-token", type: RegularExpression, methods: [GET, PUT, DELETE]}
  - {path: /v1/operations, type: PathPrefix, methods: [GET, POST]}
{{- end }}

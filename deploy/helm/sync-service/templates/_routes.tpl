{{- define "sync-service.routes" -}}
apps:
  - {path: /v1/sync-offer, methods: [GET]}
  - {path: /v1/sync-offer/answers, methods: [POST]}
  - {path: /v1/syncs, methods: [POST]}
  - {path: /v1/syncs, type: PathPrefix, methods: [GET]}
staff:
  - {path: /v1/operations, type: PathPrefix, methods: [GET, POST]}
{{- end }}

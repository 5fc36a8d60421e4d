{{- define "sync-service.topics" -}}
owned:
  - {name: mobile-token.sync.v1, keptMillis: -1}
read: [mobile-token.enrolment.v1, mobile-token.lockout.v1]
deadLetters: {name: mobile-token.sync.dead-letters.v1, keptMillis: 7776000000}
{{- end }}

{{- define "enrolment-service.topics" -}}
owned:
  - {name: mobile-token.enrolment.v1, keptMillis: -1}
  - {name: mobile-token.verification.v1, keptMillis: 604800000}
read: [mobile-token.lockout.v1, mobile-token.sync.v1]
deadLetters: {name: mobile-token.enrolment.dead-letters.v1, keptMillis: 7776000000}
{{- end }}

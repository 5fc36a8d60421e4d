{{- define "notification-service.topics" -}}
owned:
  - {name: mobile-token.notification.v1, keptMillis: -1}
read: [mobile-token.enrolment.v1, mobile-token.lockout.v1]
deadLetters: {name: mobile-token.notification.dead-letters.v1, keptMillis: 7776000000}
{{- end }}

{{- define "notification-service.refusals" -}}
{{- $settings := .Values.settings -}}
{{- $provider := index $settings "mobile-token.sms.provider" | default "smpp" | lower -}}
{{- $needed := dict
  "smpp" (list "mobile-token.smpp.host" "MOBILE_TOKEN_SMPP_PASSWORD")
  "http" (list "mobile-token.http-sms.url" "MOBILE_TOKEN_HTTP_SMS_API_KEY")
-}}
{{- if not (hasKey $needed $provider) -}}
{{- fail (printf "notification-service: mobile-token.sms.provider is smpp or http, not %s." $provider) -}}
{{- end -}}
{{- $setting := first (get $needed $provider) -}}
{{- if not (index $settings $setting) -}}
{{- fail (printf "notification-service: the provider %s needs the setting %s." $provider $setting) -}}
{{- end -}}
{{- $secret := last (get $needed $provider) -}}
{{- if not (hasKey .Values.secrets.keys $secret) -}}
{{- fail (printf "notification-service: the provider %s needs secrets.keys.%s." $provider $secret) -}}
{{- end -}}
{{- range $other, $theirs := omit $needed $provider -}}
{{- if index $settings (first $theirs) -}}
{{- fail (printf "notification-service: the provider %s has no use for the setting %s." $provider (first $theirs)) -}}
{{- end -}}
{{- if hasKey $.Values.secrets.keys (last $theirs) -}}
{{- fail (printf "notification-service: the provider %s has no use for secrets.keys.%s." $provider (last $theirs)) -}}
{{- end -}}
{{- end -}}
{{- if and (eq (toString (index $settings "mobile-token.mail.enabled")) "false") (index $settings "mobile-token.mail.from") -}}
{{- fail "notification-service: mobile-token.mail.from contradicts mobile-token.mail.enabled: false." -}}
{{- end -}}
{{- if ne (toString (index $settings "mobile-token.mail.enabled")) "false" -}}
{{- range list "mobile-token.mail.from" "quarkus.mailer.host" -}}
{{- if not (index $settings .) -}}
{{- fail (printf "notification-service: notices by mail need the setting %s (or mobile-token.mail.enabled: false)." .) -}}
{{- end -}}
{{- end -}}
{{- if and .Values.network.policy (not (hasKey .Values.network.egress "mail")) -}}
{{- fail "notification-service: notices by mail need network.egress.mail (or mobile-token.mail.enabled: false)." -}}
{{- end -}}
{{- end -}}
{{- end }}

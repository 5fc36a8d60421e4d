{{- define "enrolment-service.refusals" -}}
{{- $pepper := index .Values.settings "mobile-token.passcodes.current-pepper" | toString -}}
{{- if not (hasKey .Values.secrets.keys (printf "MOBILE_TOKEN_PASSCODES_PEPPERS_%s" (upper $pepper))) -}}
{{- fail (printf "enrolment-service: the current pepper is %s, but secrets.keys has no MOBILE_TOKEN_PASSCODES_PEPPERS_%s." $pepper (upper $pepper)) -}}
{{- end -}}
{{- range $name, $highRisk := .Values.settings -}}
{{- if and (hasSuffix ".high-risk" $name) (eq (toString $highRisk) "true") -}}
{{- $wait := index $.Values.settings (printf "%s.cooling-off" (trimSuffix ".high-risk" $name)) | default "" | toString -}}
{{- if not (regexMatch "^(([6-9]|[1-9][0-9]+)[hH]|PT([6-9]|[1-9][0-9]+)H|[1-9][0-9]*[dD]|P[1-9][0-9]*D)$" $wait) -}}
{{- fail (printf "enrolment-service: %s needs a cooling-off of six hours or more beside it." $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "lockout-service.refusals" -}}
{{- $remote := eq (index .Values.settings "mobile-token.lockout.e-token.verifier" | default "oath") "remote" -}}
{{- if and $remote (not (hasKey .Values.secrets.keys "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET")) -}}
{{- fail "lockout-service: a remote e-token verifier needs secrets.keys.QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET." -}}
{{- end -}}
{{- if and $remote .Values.network.policy (not (hasKey .Values.network.egress "e-token-verifier")) -}}
{{- fail "lockout-service: a remote e-token verifier needs network.egress.e-token-verifier." -}}
{{- end -}}
{{- $url := index .Values.settings "mobile-token.lockout.e-token.verifier-url" -}}
{{- if and $remote (not $url) -}}
{{- fail "lockout-service: a remote e-token verifier needs the setting mobile-token.lockout.e-token.verifier-url." -}}
{{- end -}}
{{- if and $url (not $remote) -}}
{{- fail "lockout-service: mobile-token.lockout.e-token.verifier-url has no use unless mobile-token.lockout.e-token.verifier is remote." -}}
{{- end -}}
{{- if and $remote (hasKey .Values.secrets.keys "MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET") -}}
{{- fail "lockout-service: a remote e-token verifier has no use for secrets.keys.MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET." -}}
{{- end -}}
{{- $noWay := not (contains "E_TOKEN" (index .Values.settings "mobile-token.lockout.ways-out.permanent" | default "E_TOKEN")) -}}
{{- if not (or $remote $noWay (hasKey .Values.secrets.keys "MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET")) -}}
{{- fail "lockout-service: secrets.keys.MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET is missing; only a remote verifier, or no way out by e-token, does without." -}}
{{- end -}}
{{- end }}

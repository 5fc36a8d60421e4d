{{/* Two ways in: what the apps' gateways and other systems call, and what staff call. Nothing else of a service is to be had from outside. */}}
{{- define "mobile-token.app-route" -}}
{{- with .Values.routes.apps -}}
{{- if .parents -}}
{{- include "mobile-token.route" (dict "root" $ "name" (printf "%s-apps" $.Chart.Name) "way" . "calls" (include (printf "%s.routes" $.Chart.Name) $ | fromYaml).apps) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "mobile-token.staff-route" -}}
{{- with .Values.routes.staff -}}
{{- if .parents -}}
{{- include "mobile-token.route" (dict "root" $ "name" (printf "%s-staff" $.Chart.Name) "way" . "calls" (include (printf "%s.routes" $.Chart.Name) $ | fromYaml).staff) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "mobile-token.route" -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: {{ .name }}
  labels:
    {{- include "mobile-token.labels" .root | nindent 4 }}
spec:
  parentRefs:
    {{- toYaml .way.parents | nindent 4 }}
  hostnames:
    {{- toYaml .way.hostnames | nindent 4 }}
  rules:
    - matches:
        {{- range $call := .calls }}
        {{- range $method := $call.methods }}
        - method: {{ $method }}
          path:
            type: {{ $call.type | default "Exact" }}
            value: {{ $call.path | quote }}
        {{- end }}
        {{- end }}
      backendRefs:
        - name: {{ .root.Chart.Name }}
          port: 8080
{{- end }}

{{/* Naming both directions denies everything else to these pods. */}}
{{- define "mobile-token.network-policy" -}}
{{- if .Values.network.policy -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "mobile-token.selector" . | nindent 6 }}
  policyTypes:
    - Ingress
    - Egress
  {{- $neighbours := include "mobile-token.neighbours" . | fromYaml }}
  {{- $callers := list }}
  {{- range $neighbours.calledBy }}
  {{- $callers = append $callers (include "mobile-token.neighbour" . | fromYaml) }}
  {{- end }}
  {{- $callers = concat $callers .Values.network.gateways .Values.network.monitoring }}
  {{- if $callers }}
  ingress:
    - from:
        {{- toYaml $callers | nindent 8 }}
      ports:
        - port: 8080
          protocol: TCP
  {{- end }}
  egress:
    {{- include "mobile-token.name-lookups" . | nindent 4 }}
    {{- range $neighbours.calls }}
    - to:
        {{- list (include "mobile-token.neighbour" . | fromYaml) | toYaml | nindent 8 }}
      ports:
        - port: 8080
          protocol: TCP
    {{- end }}
    {{- range $name := keys .Values.network.egress | sortAlpha }}
    {{- include "mobile-token.egress" (get $.Values.network.egress $name) | nindent 4 }}
    {{- end }}
{{- end }}
{{- end }}

{{- define "mobile-token.neighbour" -}}
podSelector:
  matchLabels:
    app.kubernetes.io/name: {{ . }}
    app.kubernetes.io/component: service
    app.kubernetes.io/part-of: mobile-token
{{- end }}

{{- define "mobile-token.name-lookups" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - port: 53
      protocol: UDP
    - port: 53
      protocol: TCP
{{- end }}

{{- define "mobile-token.egress" -}}
- to:
    {{- toYaml .to | nindent 4 }}
  ports:
    - port: {{ int .port }}
      protocol: TCP
{{- end }}

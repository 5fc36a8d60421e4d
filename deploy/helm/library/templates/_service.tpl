{{- define "mobile-token.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  type: ClusterIP
  selector:
    {{- include "mobile-token.selector" . | nindent 4 }}
  ports:
    - name: http
      port: 8080
      targetPort: http
      protocol: TCP
{{- end }}

{{/* No service talks to Kubernetes, so none gets a token for it. */}}
{{- define "mobile-token.service-account" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end }}

{{- define "mobile-token.disruption-budget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "mobile-token.selector" . | nindent 6 }}
{{- end }}

{{- define "mobile-token.autoscaler" -}}
{{- if and .Values.autoscaling.enabled (not .Values.autoscaling.lag.enabled) -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .Chart.Name }}
  minReplicas: {{ int .Values.autoscaling.min }}
  maxReplicas: {{ int .Values.autoscaling.max }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ int .Values.autoscaling.cpu }}
  behavior:
    {{- include "mobile-token.scaling-behaviour" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Up at once, down slowly. */}}
{{- define "mobile-token.scaling-behaviour" -}}
scaleDown:
  stabilizationWindowSeconds: 300
  policies:
    - type: Pods
      value: 1
      periodSeconds: 60
{{- end }}

{{/* What the restricted pod security standard asks for, and a root filesystem that nobody writes to. */}}
{{- define "mobile-token.pod-security" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "mobile-token.container-security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop:
    - ALL
{{- end }}

{{- define "mobile-token.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ int .Values.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "mobile-token.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "mobile-token.labels" . | nindent 8 }}
      annotations:
        checksum/settings: {{ include "mobile-token.properties" . | sha256sum }}
        {{- with .Values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ .Chart.Name }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      {{- with .Values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      securityContext:
        {{- include "mobile-token.pod-security" . | nindent 8 }}
      terminationGracePeriodSeconds: {{ add (int .Values.shutdown.drain) (int .Values.shutdown.farewell) (int .Values.shutdown.requests) (int .Values.shutdown.leave) }}
      topologySpreadConstraints:
        {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ $key }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "mobile-token.selector" $ | nindent 14 }}
        {{- end }}
      containers:
        - name: service
          image: {{ include "mobile-token.image" . }}
          imagePullPolicy: IfNotPresent
          securityContext:
            {{- include "mobile-token.container-security" . | nindent 12 }}
          ports:
            - name: http
              containerPort: 8080
          env:
            {{- include "mobile-token.environment" (dict "root" . "kafka" true) | nindent 12 }}
          volumeMounts:
            {{- include "mobile-token.mounts" (dict "root" . "kafka" true) | nindent 12 }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          {{- include "mobile-token.probes" . | nindent 10 }}
          lifecycle:
            preStop:
              sleep:
                seconds: {{ int .Values.shutdown.drain }}
      volumes:
        {{- include "mobile-token.volumes" (dict "root" . "kafka" true "configMap" .Chart.Name) | nindent 8 }}
{{- end }}

{{/* Start-up and liveness ask about the process only: no restart brings a broker or a database back. Readiness asks about the database. */}}
{{- define "mobile-token.probes" -}}
startupProbe:
  httpGet:
    path: /q/health/live
    port: http
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 60
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: http
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
livenessProbe:
  httpGet:
    path: /q/health/live
    port: http
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end }}

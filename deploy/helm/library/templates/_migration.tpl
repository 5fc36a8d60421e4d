{{/*
The Job runs before anything of a release is installed or changed, so what it needs comes with it, as hooks.
Pods of the previous release go on meanwhile: migrations only add what both releases can live with.
*/}}
{{- define "mobile-token.migration-job" -}}
{{- if .Values.migration.job -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Chart.Name }}-migration
  labels:
    {{- include "mobile-token.migration-labels" . | nindent 4 }}
  annotations:
    {{- include "mobile-token.migration-hook" "0" | nindent 4 }}
spec:
  backoffLimit: 2
  activeDeadlineSeconds: {{ int .Values.migration.deadline }}
  template:
    metadata:
      labels:
        {{- include "mobile-token.migration-labels" . | nindent 8 }}
    spec:
      restartPolicy: Never
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
      containers:
        - name: migration
          image: {{ include "mobile-token.image" . }}
          imagePullPolicy: IfNotPresent
          securityContext:
            {{- include "mobile-token.container-security" . | nindent 12 }}
          env:
            {{- include "mobile-token.environment" (dict "root" . "kafka" false) | nindent 12 }}
          volumeMounts:
            {{- include "mobile-token.mounts" (dict "root" . "kafka" false) | nindent 12 }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
      volumes:
        {{- include "mobile-token.volumes" (dict "root" . "kafka" false "configMap" (printf "%s-migration" .Chart.Name)) | nindent 8 }}
{{- end }}
{{- end }}

{{- define "mobile-token.migration-hook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation
{{- end }}

{{- define "mobile-token.migration-settings" -}}
{{- if .Values.migration.job -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Chart.Name }}-migration
  labels:
    {{- include "mobile-token.migration-labels" . | nindent 4 }}
  annotations:
    {{- include "mobile-token.migration-hook" "-10" | nindent 4 }}
data:
  application.properties: |
    {{- include "mobile-token.migration-properties" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Migrating takes the database; the clients of the OIDC provider may look for it while they are set up. */}}
{{- define "mobile-token.migration-network-policy" -}}
{{- if and .Values.migration.job .Values.network.policy -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Chart.Name }}-migration
  labels:
    {{- include "mobile-token.migration-labels" . | nindent 4 }}
  annotations:
    {{- include "mobile-token.migration-hook" "-10" | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "mobile-token.migration-selector" . | nindent 6 }}
  policyTypes:
    - Ingress
    - Egress
  egress:
    {{- include "mobile-token.name-lookups" . | nindent 4 }}
    {{- include "mobile-token.egress" .Values.network.egress.database | nindent 4 }}
    {{- include "mobile-token.egress" .Values.network.egress.oidc | nindent 4 }}
{{- end }}
{{- end }}

{{/* KEDA in place of the plain autoscaler: it makes one of its own, which follows the CPU and how far the consumers are behind. */}}
{{- define "mobile-token.scaled-object" -}}
{{- if .Values.autoscaling.lag.enabled -}}
{{- $v := .Values -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .Chart.Name }}
  minReplicaCount: {{ int $v.autoscaling.min }}
  maxReplicaCount: {{ int $v.autoscaling.max }}
  advanced:
    horizontalPodAutoscalerConfig:
      name: {{ .Chart.Name }}
      behavior:
        {{- include "mobile-token.scaling-behaviour" . | nindent 8 }}
  triggers:
    - type: cpu
      metricType: Utilization
      metadata:
        value: {{ int $v.autoscaling.cpu | quote }}
    {{- range (include "mobile-token.topics" . | fromYaml).read }}
    - type: kafka
      metadata:
        bootstrapServers: {{ $v.kafka.bootstrap }}
        consumerGroup: {{ $.Chart.Name }}
        topic: {{ . }}
        lagThreshold: {{ int $v.autoscaling.lag.perReplica | quote }}
        offsetResetPolicy: earliest
        {{- if ne $v.kafka.protocol "PLAINTEXT" }}
        tls: enable
        {{- end }}
        {{- if eq $v.kafka.protocol "SASL_SSL" }}
        sasl: {{ get (include "mobile-token.keda-mechanisms" $ | fromYaml) $v.kafka.mechanism }}
        {{- end }}
      {{- if ne $v.kafka.protocol "PLAINTEXT" }}
      authenticationRef:
        name: {{ $.Chart.Name }}-scaler
      {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{- define "mobile-token.keda-mechanisms" -}}
SCRAM-SHA-512: scram_sha512
SCRAM-SHA-256: scram_sha256
PLAIN: plaintext
{{- end }}

{{/* What KEDA proves itself with: what Strimzi makes for a user of its own, or what the values name. */}}
{{- define "mobile-token.scaler-credentials" -}}
{{- $user := printf "%s-scaler" .Chart.Name -}}
{{- if not .Values.kafka.strimzi.enabled -}}
{{ toYaml .Values.autoscaling.lag.credentials }}
{{- else if eq .Values.kafka.protocol "SSL" -}}
cert: {{ $user }}/user.crt
key: {{ $user }}/user.key
{{- else -}}
password: {{ $user }}/password
{{- end -}}
{{- end }}

{{- define "mobile-token.scaler-authentication" -}}
{{- if and .Values.autoscaling.lag.enabled (ne .Values.kafka.protocol "PLAINTEXT") -}}
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ .Chart.Name }}-scaler
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  {{- if include "mobile-token.scaler-name-known" . }}
  configMapTargetRef:
    - parameter: username
      name: {{ .Chart.Name }}-scaler
      key: username
  {{- end }}
  secretTargetRef:
    {{- $places := include "mobile-token.scaler-credentials" . | fromYaml }}
    {{- $places = set $places "ca" .Values.kafka.ca }}
    {{- range $parameter := keys $places | sortAlpha }}
    {{- $place := splitList "/" (get $places $parameter) }}
    - parameter: {{ $parameter }}
      name: {{ first $place }}
      key: {{ last $place }}
    {{- end }}
{{- end }}
{{- end }}

{{/* Strimzi names a user in no Secret: the name is that of the KafkaUser. */}}
{{- define "mobile-token.scaler-name-known" -}}
{{- if and .Values.autoscaling.lag.enabled .Values.kafka.strimzi.enabled (eq .Values.kafka.protocol "SASL_SSL") -}}yes{{- end -}}
{{- end }}

{{- define "mobile-token.scaler-name" -}}
{{- if include "mobile-token.scaler-name-known" . -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Chart.Name }}-scaler
  labels:
    {{- include "mobile-token.labels" . | nindent 4 }}
data:
  username: {{ .Chart.Name }}-scaler
{{- end }}
{{- end }}

{{/* Who only asks how far others have read needs to see, and nothing more. */}}
{{- define "mobile-token.scaler-user" -}}
{{- if and .Values.autoscaling.lag.enabled .Values.kafka.strimzi.enabled -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: {{ .Chart.Name }}-scaler
  labels:
    strimzi.io/cluster: {{ .Values.kafka.strimzi.cluster }}
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  authentication:
    type: {{ include "mobile-token.strimzi-authentication" . }}
  authorization:
    type: simple
    acls:
      {{- range (include "mobile-token.topics" . | fromYaml).read }}
      {{- include "mobile-token.right" (dict "type" "topic" "name" . "operations" (list "Describe")) | nindent 6 }}
      {{- end }}
      {{- include "mobile-token.right" (dict "type" "group" "name" .Chart.Name "operations" (list "Describe")) | nindent 6 }}
{{- end }}
{{- end }}

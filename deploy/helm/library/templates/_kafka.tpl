{{/*
Strimzi's operators make the topics that a service owns and a user with the rights that it needs and no other.
Which topics those are is no setting: the chart of the service says it.
*/}}
{{- define "mobile-token.topics" -}}
{{- include (printf "%s.topics" .Chart.Name) . -}}
{{- end }}

{{/* Topics outlive the release: with a KafkaTopic goes what it holds. */}}
{{- define "mobile-token.kafka-topics" -}}
{{- if .Values.kafka.strimzi.enabled -}}
{{- $strimzi := .Values.kafka.strimzi -}}
{{- $topics := include "mobile-token.topics" . | fromYaml -}}
{{- $owned := $topics.owned -}}
{{- with $topics.deadLetters -}}
{{- $owned = append $owned . -}}
{{- end -}}
{{- range $index, $topic := $owned }}
{{- if $index }}
---
{{ end -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: {{ $topic.name }}
  labels:
    strimzi.io/cluster: {{ $strimzi.cluster }}
    {{- include "mobile-token.labels" $ | nindent 4 }}
  annotations:
    helm.sh/resource-policy: keep
spec:
  partitions: {{ int $strimzi.partitions }}
  replicas: {{ int $strimzi.replicas }}
  config:
    cleanup.policy: delete
    min.insync.replicas: {{ int $strimzi.minInSync }}
    retention.ms: {{ int64 $topic.keptMillis }}
{{- end }}
{{- end }}
{{- end }}

{{/* Writing is for the owner only. Who reads also asks how long the topic is kept, to warn before unread events are deleted. */}}
{{- define "mobile-token.kafka-user" -}}
{{- if .Values.kafka.strimzi.enabled -}}
{{- $topics := include "mobile-token.topics" . | fromYaml -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: {{ .Chart.Name }}-kafka
  labels:
    strimzi.io/cluster: {{ .Values.kafka.strimzi.cluster }}
    {{- include "mobile-token.labels" . | nindent 4 }}
spec:
  authentication:
    type: {{ include "mobile-token.strimzi-authentication" . }}
  authorization:
    type: simple
    acls:
      {{- range $topics.owned }}
      {{- include "mobile-token.right" (dict "type" "topic" "name" .name "operations" (list "Describe" "Write")) | nindent 6 }}
      {{- end }}
      {{- range $topics.read }}
      {{- include "mobile-token.right" (dict "type" "topic" "name" . "operations" (list "Describe" "DescribeConfigs" "Read")) | nindent 6 }}
      {{- end }}
      {{- with $topics.deadLetters }}
      {{- include "mobile-token.right" (dict "type" "topic" "name" .name "operations" (list "Describe" "Read" "Write")) | nindent 6 }}
      {{- end }}
      {{- if $topics.read }}
      {{- include "mobile-token.right" (dict "type" "group" "name" .Chart.Name "operations" (list "Describe" "Read")) | nindent 6 }}
      {{- end }}
{{- end }}
{{- end }}

{{- define "mobile-token.strimzi-authentication" -}}
{{- ternary "tls" "scram-sha-512" (eq .Values.kafka.protocol "SSL") -}}
{{- end }}

{{- define "mobile-token.right" -}}
- type: allow
  resource:
    type: {{ .type }}
    name: {{ .name }}
    patternType: literal
  operations:
    {{- toYaml .operations | nindent 4 }}
{{- end }}

# Everything runs on a JDK 25, found by .mvn/jdk25, and on what Maven Central holds. MAVEN_ARGS is passed on.
JDK   = JAVA_HOME="$$(.mvn/jdk25)" && export JAVA_HOME
MVN   = $(JDK) && ./mvnw --no-transfer-progress
STACK = target/local-stack

.DEFAULT_GOAL := help
.PHONY: help build test demo tour format clean

help: ## Show these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

build: ## Package everything, without tests
	@$(MVN) --quiet -DskipTests -Dspotless.check.skip package

test: ## Run every test, on real PostgreSQL, Kafka and Keycloak
	@$(MVN) verify

format: ## Format the code
	@$(MVN) --quiet spotless:apply

clean: ## Delete everything built, and the demo's data
	@$(MVN) --quiet clean

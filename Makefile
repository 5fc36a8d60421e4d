# Everything runs on a JDK 25, found by .mvn/jdk25, and on what Maven Central holds. MAVEN_ARGS is passed on.
JDK   = JAVA_HOME="$$(.mvn/jdk25)" && export JAVA_HOME
MVN   = $(JDK) && ./mvnw --no-transfer-progress
STACK = target/local-stack
SIMULATOR = tools/bank-simulator/target/quarkus-app
SERVICES  = enrolment-service,lockout-service,notification-service,sync-service
LOAD_JVM  = --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR \
            -cp "tests/load/target/classes:$$(cat tests/load/target/bench.classpath)"

export BASE FRESH OLD ONLY SHORT

.DEFAULT_GOAL := help
.PHONY: help build test alerts bench rolling images demo tour format clean

help: ## Show these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

build: ## Package everything, without tests
	@$(MVN) --quiet -DskipTests -Dspotless.check.skip package

test: ## Run every test, on real PostgreSQL, Kafka and Keycloak
	@$(MVN) -T 2 verify

alerts: ## Test alerts and dashboards with promtool (Debian: package prometheus)
	@command -v promtool > /dev/null || { echo "promtool is missing: it comes with Prometheus (Debian: apt-get install prometheus)." >&2; exit 1; }
	@$(MVN) --quiet -pl tests/charts -am test -Dtest=AlertRulesByPromtool -Dsurefire.failIfNoSpecifiedTests=false
	@echo "Every alert fires in its cases and in no other."

bench: ## Measure short forms of every benchmark (ONLY=<name>: that one in full)
	@$(MVN) --quiet -T 2 -DskipTests -Dspotless.check.skip -Dquarkus.package.jar.type=aot-jar package
	@$(JDK) && exec "$$JAVA_HOME/bin/java" $(LOAD_JVM) org.mobiletoken.load.Bench

rolling: ## Roll this version over another and back under load: nothing may be lost (OLD=<ref>: the other)
	@test -n "$$OLD" || { echo "Which version is rolled over? make rolling OLD=<ref>" >&2; exit 1; }
	@old="$$(git rev-parse --quiet --verify --short=12 "$$OLD^{commit}")" || { echo "There is no version $$OLD." >&2; exit 1; }; \
	folder="$(CURDIR)/target/rolling/$$old"; $(JDK) && \
	if ! test -f "$$folder/built"; then \
	  echo "Building $$old" && rm -rf "$$folder" && mkdir -p "$$folder" && git archive "$$old" | tar -x -C "$$folder" && \
	  (cd "$$folder" && ./mvnw --no-transfer-progress --quiet -DskipTests -Dspotless.check.skip package -am -pl $(SERVICES)) && touch "$$folder/built" || exit 1; \
	fi && \
	$(MVN) --quiet -DskipTests -Dspotless.check.skip package && \
	exec "$$JAVA_HOME/bin/java" $(LOAD_JVM) org.mobiletoken.load.Rolling "$$old" "$$folder"

images: ## Write a container image and a bill of materials of every service to target/images (BASE=<image by digest>: on that one)
	@$(MVN) --quiet -DskipTests -Dspotless.check.skip -Dquarkus.package.jar.type=aot-jar package org.cyclonedx:cyclonedx-maven-plugin:makeBom
	@$(JDK) && exec "$$JAVA_HOME/bin/java" -cp "tools/images/target/classes:$$(cat tools/images/target/images.classpath)" org.mobiletoken.images.Images . "$$(git describe --always --dirty)"

demo: build ## Run everything on this machine until Ctrl-C (FRESH=1: on empty data)
	@$(JDK) && exec "$$JAVA_HOME/bin/java" -Dslf4j.internal.verbosity=ERROR -cp "tools/local-stack/target/classes:$$(cat tools/local-stack/target/demo.classpath)" org.mobiletoken.stack.Demo

tour: ## Play the slide deck against a running demo and check every step
	@test -f $(STACK)/endpoints.json || { echo "No demo is running: start one with make demo." >&2; exit 1; }
	@$(JDK) && exec "$$JAVA_HOME/bin/java" -cp "$(SIMULATOR)/app/*:$(SIMULATOR)/lib/main/*:$(SIMULATOR)/lib/boot/*" org.mobiletoken.bank.tour.Tour $(STACK)/endpoints.json

format: ## Format the code
	@$(MVN) --quiet spotless:apply

clean: ## Delete everything built, and the demo's data
	@$(MVN) --quiet clean

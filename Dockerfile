# Coldstart with everything inside: the program, a JDK, Python, Node.js, LocalStack, DynamoDB Local and the libraries
# of functions. Needs no internet once it is built. See README.md for how to build it behind a proxy or a mirror.
ARG BASE=debian:trixie-slim

FROM ${BASE} AS system
# The same words as in engine/image/Dockerfile: Docker keeps one layer for both.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates openjdk-21-jre-headless python3 \
  && rm -rf /var/lib/apt/lists/*
RUN apt-get update \
  && apt-get install -y --no-install-recommends openjdk-21-jdk-headless python3-venv bubblewrap tini \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 10001 --create-home coldstart \
  && mkdir -p /opt/coldstart/home /opt/coldstart/kit \
  && chown -R coldstart:coldstart /opt/coldstart
ENV JAVA_HOME=/usr/lib/jvm/default COLDSTART_ENGINE_MODE=host COLDSTART_ENGINE_CACHE=/opt/coldstart/kit \
  COLDSTART_ISOLATION_MODE=auto COLDSTART_ISOLATION_KIT=/opt/coldstart/kit COLDSTART_PYTHON=/usr/bin/python3 LANG=C.UTF-8
RUN ln -s "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")" /usr/lib/jvm/default

# How packages are reached (mirrors, a certificate authority in the file ca.crt) is known in this stage only.
FROM system AS installed
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL
ARG PIP_TRUSTED_HOST
ARG NPM_CONFIG_REGISTRY
ARG MVNW_REPOURL
ARG MAVEN_ARGS
ARG COLDSTART_ENGINE_MAVEN_REPOSITORY
COPY Dockerfile ca.cr[t] /tmp/build/
RUN if [ -s /tmp/build/ca.crt ]; then \
    mkdir -p /usr/local/share/ca-certificates/build \
    && awk -v dir=/usr/local/share/ca-certificates/build \
      '/BEGIN CERTIFICATE/ { n++; f = dir "/" n ".crt" } f { print > f } /END CERTIFICATE/ { f = "" }' /tmp/build/ca.crt \
    && update-ca-certificates >/dev/null 2>&1; \
  fi
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
  NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
# Builds the first process of sandboxes, once.
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
COPY --chown=coldstart:coldstart . /opt/coldstart/home
USER coldstart
WORKDIR /opt/coldstart/home
# A program that was built outside and is newer than its sources is taken as it is.
RUN ./coldstart build && ./coldstart install \
  && rm -rf src graders pom.xml mvnw .mvn target/classes target/generated-sources target/maven-* target/*.original ca.crt \
  && mkdir -p var/db

FROM system
COPY --from=installed --chown=coldstart:coldstart /opt/coldstart /opt/coldstart
USER coldstart
WORKDIR /opt/coldstart/home
# The container's own network is the border here: requests are answered only when they come through its published port.
ENV SERVER_ADDRESS=0.0.0.0 COLDSTART_UI_PUBLISHED_PORT=true
EXPOSE 8080
VOLUME /opt/coldstart/home/var/db
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/actuator/health', timeout=4)"]
ENTRYPOINT ["tini", "--", "./coldstart"]
CMD ["run"]

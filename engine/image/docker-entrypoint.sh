#!/bin/sh
# Starts LocalStack. Testcontainers calls it by this name once the container runs.
exec /opt/coldstart/venv/bin/python -m localstack.runtime.main

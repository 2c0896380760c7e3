"""Runs the Lambda functions of LocalStack in Coldstart's environment host."""

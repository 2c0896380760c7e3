"""Changes to LocalStack 4.14.0, each small and for one reason."""

"""What LocalStack 4.14.0 does again and again for the same result. Nothing here changes an answer."""

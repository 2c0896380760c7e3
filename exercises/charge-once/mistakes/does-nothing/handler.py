"""Takes every event and does nothing with it."""


def handler(event, context):
    return None

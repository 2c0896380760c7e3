import threading
import time


def handler(event, context):
    threading.stack_size(65536)
    for _ in range(5000):
        try:
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        except RuntimeError:
            time.sleep(0.01)
    time.sleep(60)

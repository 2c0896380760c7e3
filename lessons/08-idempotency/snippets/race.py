"""Two deliveries of one order at the same time: first look and then write, or claim in one step."""

import threading


class Table:
    """Keeps items like DynamoDB: each single operation is atomic, two in a row are not."""

    def __init__(self):
        self._items = {}
        self._lock = threading.Lock()

    def get(self, key):
        with self._lock:
            return self._items.get(key)

    def put(self, key, value):
        with self._lock:
            self._items[key] = value

    def put_if_absent(self, key, value):
        with self._lock:
            if key in self._items:
                return False
            self._items[key] = value
            return True


# region check-then-act
def charge_after_looking(table, order_id, charge):
    if table.get(order_id) is None:    # both deliveries look ...
        charge(order_id)               # ... so both charge ...
        table.put(order_id, "CHARGED")  # ... and both write it down
# endregion


# region claim
def charge_after_claiming(table, order_id, charge):
    if table.put_if_absent(order_id, "IN_PROGRESS"):  # only one of them succeeds
        charge(order_id)
        table.put(order_id, "CHARGED")
# endregion


def charges_of_two_deliveries(worker):
    """Deliver one order twice at once to a provider that takes its time."""
    charged = []
    both_inside = threading.Barrier(2)

    def charge(order_id):
        try:
            both_inside.wait(timeout=0.5)
        except threading.BrokenBarrierError:
            pass
        charged.append(order_id)

    table = Table()
    deliveries = [threading.Thread(target=worker, args=(table, "o-17", charge)) for _ in range(2)]
    for delivery in deliveries:
        delivery.start()
    for delivery in deliveries:
        delivery.join()
    return len(charged)


if __name__ == "__main__":
    assert charges_of_two_deliveries(charge_after_looking) == 2
    assert charges_of_two_deliveries(charge_after_claiming) == 1

"""What stays in an execution environment: what was meant to, and what was not."""

# region lines-outside
lines = []                          # made once, for every order


def price_with_leak(order):
    for line in order["lines"]:
        lines.append(line)
    return {"orderId": order["orderId"], "lines": lines}
# endregion


# region lines-inside
def price(order):
    lines = []                      # made for this order
    for line in order["lines"]:
        lines.append(line)
    return {"orderId": order["orderId"], "lines": lines}
# endregion


class Systems:
    """A service whose first answer is an error."""

    def __init__(self):
        self.reads = 0

    def read(self):
        self.reads += 1
        if self.reads == 1:
            raise ConnectionError("not now")
        return "standard=19"


systems = Systems()


# region failure-kept
loaded = False
rates = None


def rates_once():
    global loaded, rates
    if not loaded:
        loaded = True               # true from now on, whatever happens next
        rates = systems.read()
    return rates
# endregion


# region success-kept
found = None


def rates_when_read():
    global found
    if found is None:
        found = systems.read()      # if this raises, found is as empty as before
    return found
# endregion


def attempt(read):
    """Return what comes of reading, an error as its name."""
    try:
        return read()
    except ConnectionError as error:
        return type(error).__name__


if __name__ == "__main__":
    first, second = {"orderId": "o-1", "lines": ["fern"]}, {"orderId": "o-2", "lines": ["spade"]}
    price_with_leak(first)
    assert price_with_leak(second)["lines"] == ["fern", "spade"]
    price(first)
    assert price(second)["lines"] == ["spade"]

    assert [attempt(rates_once) for _ in range(3)] == ["ConnectionError", None, None]
    systems = Systems()
    assert [attempt(rates_when_read) for _ in range(3)] == ["ConnectionError", "standard=19", "standard=19"]
    assert systems.reads == 2

"""What attacking programs share: try something, and say what came of it."""
import errno


class Attempts:
    def __init__(self):
        self.refused = {}
        self.escaped = {}

    def try_to(self, name, action, also=()):
        """An action that has to fail, as the system fails it. Any other exception is a mistake in the attack and ends it,
        unless it is one of those that a library makes of a refusal."""
        try:
            result = action()
        except OSError as error:
            self.refused[name] = errno.errorcode.get(error.errno, type(error).__name__)
        except also as error:
            self.refused[name] = type(error).__name__
        else:
            self.escaped[name] = repr(result)[:200]

    def require(self, name, holds, seen=""):
        """A statement that has to be true."""
        if holds:
            self.refused[name] = "holds"
        else:
            self.escaped[name] = repr(seen)[:200]

    def report(self):
        return {"refused": self.refused, "escaped": self.escaped}

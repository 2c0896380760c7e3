"""Listen only where GATEWAY_LISTEN says; the stock server listens on all IPv4 interfaces."""

from localstack import config
from localstack.runtime.server import twisted
from rolo.serving.twisted import TwistedGateway

# Gradings come in bursts, and Python accepts slowly when it is busy.
BACKLOG = 1024


def apply() -> None:
    twisted.TwistedRuntimeServer.register = register


def register(self, gateway, listen, ssl_creds=None) -> None:
    """Serve plain HTTP on each of the given addresses."""
    site = TwistedGateway(gateway)
    for address in listen:
        _endpoint(address).listen(site)


def _endpoint(address: config.HostAndPort):
    if config.is_ipv6_address(address.host):
        return twisted.endpoints.TCP6ServerEndpoint(
            twisted.reactor, address.port, backlog=BACKLOG, interface=address.host
        )
    return twisted.endpoints.TCP4ServerEndpoint(
        twisted.reactor, address.port, backlog=BACKLOG, interface=address.host
    )

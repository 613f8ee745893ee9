"""How often may be asked: in a conversation, from an address of the internet, in a channel.

The defaults are beyond what people do, many of them behind one address too; they stop programs.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network

from fastapi import Request

from bot import metrics
from bot.channels.counts import Counts
from bot.conversation.ids import channel_of
from bot.settings import Rates

# Who has one IPv6 address has all of its network.
V6_NETWORK = 64
log = logging.getLogger(__name__)


class TooManyError(Exception):
    """More was asked than may be; `retry_seconds` tells when to come again."""

    def __init__(self, retry_seconds: int) -> None:
        super().__init__("too many requests")
        self.retry_seconds = retry_seconds


@dataclass
class Limits:
    """The limits of an installation.

    Attributes:
        counts: where it is counted.
        conversation: how many messages a conversation may have.
        address: how much may be asked from an address.
        channel: how much may be asked in a channel.
        behind_proxy: whether a proxy is named whose word on addresses is believed.
    """

    counts: Counts
    conversation: Rates
    address: Rates
    channel: Rates
    behind_proxy: bool
    _told: bool = field(default=False, init=False)

    async def count_message(self, conversation: str) -> None:
        """Count a message of a conversation.

        Raises:
            TooManyError: if there were too many of late.
        """
        await self._count(self.conversation, channel_of(conversation), "conversation", conversation)

    async def count_request(self, request: Request, channel: str) -> None:
        """Count what is asked in a channel, and by whose address.

        Raises:
            TooManyError: if there was too much of late.
        """
        address = public_address(request.client.host if request.client else "")
        if address:
            await self._count(self.address, channel, "address", address)
        elif "X-Forwarded-For" in request.headers and not self.behind_proxy:
            self._tell_of_proxy()
        await self._count(self.channel, channel, "channel", channel)

    async def _count(self, rates: Rates, channel: str, by: str, key: str) -> None:
        waits = [await self.counts.wait(rate, by, key) for rate in rates]
        if seconds := max((wait for wait in waits if wait), default=0):
            metrics.refused.labels(channel, by).inc()
            raise TooManyError(seconds)

    def _tell_of_proxy(self) -> None:
        if not self._told:
            log.warning(
                "requests come through a proxy that MADOGUCHI_TRUSTED_PROXIES doesn't name: no address is limited"
            )
        self._told = True


def public_address(host: str) -> str | None:
    """Return what to count an address of the internet by; None for one of an organisation's own network.

    There one may be a proxy, which stands for everybody.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return None
    if not address.is_global:
        return None
    return host if address.version == 4 else str(ip_network((address, V6_NETWORK), strict=False))

"""What is counted while the bot runs, in the format of Prometheus; no metric names anybody."""

import math
import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.condition import Condition

FINE = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10, 30)  # seconds


class Metrics:
    """The counters of one bot; for many threads."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self._questions = Counter(
            "kutip_questions", "Questions by what became of them.", ["status", "language"],
            registry=registry,
        )  # fmt: skip
        self._refusals = Counter(
            "kutip_refusals", "Refused questions by reason.", ["reason"], registry=registry
        )
        self._seconds = Histogram(
            "kutip_answer_seconds", "Time to find an answer.", buckets=FINE, registry=registry
        )
        self._replies = Histogram(
            "kutip_reply_seconds", "Time from a message to the end of its reply, waiting included.",
            buckets=FINE, registry=registry,
        )  # fmt: skip
        self._slowed = Counter(
            "kutip_telegram_429", "Pauses that Telegram asked for.", registry=registry
        )
        self._broken = Counter(
            "kutip_verification_failures", "Citations that differed from their article; withheld.",
            registry=registry,
        )  # fmt: skip
        self._turned_away = Counter(
            "kutip_turned_away", "Updates that did not come in.", ["why"], registry=registry
        )
        self._gauges(registry)
        self.heard_at: float | None = None

    def _gauges(self, registry: CollectorRegistry) -> None:
        self._waiting = Gauge(
            "kutip_inbox_waiting", "Messages that wait for an answer.", registry=registry
        )
        self._index = Gauge(
            "kutip_index_built_timestamp_seconds", "When the served index was built.", ["version"],
            registry=registry,
        )  # fmt: skip
        self._age = Gauge("kutip_index_age_seconds", "How old that index is.", registry=registry)
        self._articles = Gauge("kutip_index_articles", "Articles in it.", registry=registry)

    def answered(self, status: str, reason: str | None, language: str, seconds: float) -> None:
        """A question was answered or refused."""
        self._questions.labels(str(status), language).inc()
        self._seconds.observe(seconds)
        if reason:
            self._refusals.labels(str(reason)).inc()

    def replied(self, seconds: float) -> None:
        """A message was dealt with to the end."""
        self._replies.observe(seconds)

    def slowed_down(self) -> None:
        """Telegram asked for a pause."""
        self._slowed.inc()

    def broken(self) -> None:
        """A citation was not what its article says."""
        self._broken.inc()

    def turned_away(self, why: str) -> None:
        """Somebody did not come in."""
        self._turned_away.labels(why).inc()

    def heard(self, *, for_good: bool = False) -> None:
        """Telegram spoke to us; for good, where it will only speak when there is something."""
        self.heard_at = math.inf if for_good else time.monotonic()

    def count(self, name: str) -> int:
        """How often something was counted, whatever its labels."""
        found = (
            sample.value
            for metric in self._registry.collect()
            for sample in metric.samples
            if sample.name == f"{name}_total"
        )
        return int(sum(found))

    def text(self, condition: Condition) -> bytes:
        """All of it, for Prometheus."""
        self._waiting.set(condition.waiting)
        self._index.clear()
        self._index.labels(condition.index).set(condition.built.timestamp())
        self._age.set(condition.age.total_seconds())
        self._articles.set(condition.articles)
        return generate_latest(self._registry)

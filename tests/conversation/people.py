"""People who talk over REST, and what is really kept of what they said."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import sqlalchemy
from sqlalchemy import text

ADDRESS = "/webhooks/rest/webhook"
PEOPLE = 6
RECOVERY_SECONDS = 30
CLIENT_SECONDS = 60


class People:
    """People who talk over REST at the same time, and send again what was refused."""

    def __init__(self, address):
        self._client = httpx.Client(base_url=address, timeout=CLIENT_SECONDS)
        self.senders = [uuid.uuid4().hex for _ in range(PEOPLE)]
        self.refused, self.answered = [], {f"rest:{sender}": set() for sender in self.senders}

    def say(self, sender, key):
        message = {"sender": sender, "message": "/faq/contact", "message_id": key}
        response = self._client.post(ADDRESS, json=message)
        if response.status_code == 200:
            (reply,) = response.json()
            self.answered[f"rest:{sender}"].add(key)
            return reply["text"]
        assert (response.status_code, response.json()["error"]["code"]) == (503, "not_taken")
        assert response.json()["error"]["message"].endswith(".") and response.headers["retry-after"]
        self.refused.append((sender, key))
        return None

    def talk(self, keys):
        """Say something, everybody at once, and one message after another."""
        with ThreadPoolExecutor(PEOPLE) as pool:
            list(pool.map(lambda sender: [self.say(sender, key) for key in keys], self.senders))

    def send_again(self):
        again, self.refused = self.refused, []
        with ThreadPoolExecutor(PEOPLE) as pool:
            list(pool.map(lambda refused: self.say(*refused), again))

    def ready(self):
        return self._client.get("/health/ready")

    def recover(self):
        deadline = time.monotonic() + RECOVERY_SECONDS
        while self.ready().status_code != 200:
            assert time.monotonic() < deadline, "it didn't recover by itself"
            time.sleep(0.2)

    def slowest_life(self, seconds):
        """Return how long the slowest sign of life took in some seconds."""
        took, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            start = time.monotonic()
            assert self._client.get("/health/live").status_code == 200
            took.append(time.monotonic() - start)
            time.sleep(0.1)
        return max(took)


def answered_once(database, said):
    """Count the messages that are kept, each once, with one reply, and once in what Rasa knows.

    Args:
        database: where they are kept.
        said: what each conversation's person said, by the messages' ids.
    """
    with sqlalchemy.create_engine(database, future=True).connect() as connection:

        def count(query):
            query = text(query).bindparams(sqlalchemy.bindparam("conversations", expanding=True))
            return dict(connection.execute(query, {"conversations": list(said)}).all())

        kept = count(
            "SELECT conversation || message, count(*) FROM conversation_events "
            "WHERE author = 'person' AND conversation IN :conversations GROUP BY 1"
        )
        replies = count(
            "SELECT conversation || in_reply_to, count(*) FROM conversation_events "
            "WHERE author = 'assistant' AND conversation IN :conversations GROUP BY 1"
        )
        heard = count(
            "SELECT sender_id, count(*) FROM events WHERE type_name = 'user' AND sender_id IN :conversations GROUP BY 1"
        )
    messages = [f"{conversation}{key}" for conversation, keys in said.items() for key in keys]
    assert kept == replies == dict.fromkeys(messages, 1)
    assert heard == {conversation: len(keys) for conversation, keys in said.items()}
    return len(messages)

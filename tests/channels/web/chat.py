"""A conversation of the web chat as the widget has it, and what is really kept of it."""

import asyncio
import json
import queue
import threading
import time
import uuid

import httpx
import sqlalchemy

SITE = "https://www.example-insurer.jp"
REPLY_SECONDS = 15


class Chat:
    """A conversation as the widget has it."""

    def __init__(self, client, conversation):
        self.client, self.conversation = client, conversation
        self.address = f"/api/chat/{conversation}"
        self.id = f"web:{conversation}"

    def post(self, message, key=None, **more):
        body = {"id": key or str(uuid.uuid4()), "message": message} | more
        return self.client.post(f"{self.address}/messages", json=body)

    def say(self, message, key=None, **more):
        response = self.post(message, key, **more)
        assert response.status_code == 200, response.text
        return response.json()["events"]

    def history(self, after=0):
        return self.client.get(f"{self.address}/history", params={"after": after}).json()

    def clear(self):
        return self.client.delete(self.address)

    def judge(self, event, helpful, **more):
        return self.client.post(f"{self.address}/feedback", json={"event": event, "helpful": helpful} | more)

    def listen(self, **request):
        return Listener(self.client.base_url.join(f"{self.address}/events"), **request)


class Listener:
    """A live connection: its events in order, as (name, id, data)."""

    def __init__(self, address, **request):
        self._events = queue.Queue()
        self._closed = False
        self._thread = threading.Thread(target=self._read, args=(address, request), daemon=True)
        self.lines = []
        self.headers = {}
        self._thread.start()
        self._connected()

    def _read(self, address, request):
        with httpx.stream("GET", address, timeout=REPLY_SECONDS, **request) as response:
            self.headers = response.headers
            fields = {}
            for line in response.iter_lines():
                self.lines.append(line)
                name, _, value = line.partition(": ")
                if line:
                    fields[name] = value
                elif "data" in fields:
                    self._events.put((fields["event"], fields.get("id"), json.loads(fields["data"])))
                if not line:
                    fields = {}
                if self._closed:
                    return

    def _connected(self):
        deadline = time.monotonic() + REPLY_SECONDS
        while "retry: 2000" not in self.lines:
            assert time.monotonic() < deadline, "no live connection"
            time.sleep(0.01)

    def next(self):
        return self._events.get(timeout=REPLY_SECONDS)

    def texts(self, count):
        """Return the next messages as (n, text), whatever is sent besides."""
        found = []
        while len(found) < count:
            name, _, data = self.next()
            if name == "message":
                found.append((data["n"], data["text"]))
        return found

    def is_over(self, seconds=0.3):
        """Tell whether no more messages come."""
        time.sleep(seconds)
        return all(name == "typing" for name, *_ in self._events.queue)

    def ended(self):
        self._thread.join(REPLY_SECONDS)
        return not self._thread.is_alive()

    def close(self):
        self._closed = True


def rows(database, table, **columns):
    """Return the rows of a table, to see what is really kept."""
    engine = sqlalchemy.create_engine(database, future=True)
    where = " AND ".join(f"{name} = :{name}" for name in columns)
    with engine.connect() as connection:
        return connection.execute(sqlalchemy.text(f"SELECT * FROM {table} WHERE {where}"), columns).all()


def turns(database, chat):
    """Return how many messages of the conversation Rasa has seen."""
    return len(rows(database, "events", sender_id=chat.id, type_name="user"))


def texts(events):
    return [(event["n"], event["text"]) for event in events]


def slowly(monkeypatch, served, seconds=0.5):
    """Make answers take their time."""
    engine = served.app.state.engine
    answer = engine.answer

    async def slow(*arguments, **more):
        await asyncio.sleep(seconds)
        return await answer(*arguments, **more)

    monkeypatch.setattr(engine, "answer", slow)


def broken(monkeypatch, owner, name):
    """Make a method fail the first time that it is called."""
    method, left = getattr(owner, name), [RuntimeError("broken")]

    def fail(*arguments, **more):
        if left:
            raise left.pop()
        return method(*arguments, **more)

    monkeypatch.setattr(owner, name, fail)

-- A database as it was before migrations began: a chat of two turns with an opinion, the second not answered yet,
-- a conversation over REST, a chat that was deleted.
CREATE TABLE chat_conversations (
  id VARCHAR(64) NOT NULL, last INTEGER NOT NULL, cleared INTEGER NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE chat_events (
  conversation VARCHAR(64) NOT NULL, n INTEGER NOT NULL, message VARCHAR(36) NOT NULL, part INTEGER NOT NULL,
  sender VARCHAR(16) NOT NULL, body JSON NOT NULL, at VARCHAR(32) NOT NULL, PRIMARY KEY (conversation, n),
  UNIQUE (conversation, message, part), FOREIGN KEY (conversation) REFERENCES chat_conversations (id)
);
CREATE TABLE chat_feedback (
  conversation VARCHAR(64) NOT NULL, n INTEGER NOT NULL, helpful BOOLEAN NOT NULL, reason VARCHAR(32), at VARCHAR(32) NOT NULL,
  PRIMARY KEY (conversation, n),
  FOREIGN KEY (conversation, n) REFERENCES chat_events (conversation, n) ON DELETE CASCADE
);
CREATE TABLE events (
  id INTEGER NOT NULL, sender_id VARCHAR(255) NOT NULL, type_name VARCHAR(255) NOT NULL, timestamp FLOAT,
  intent_name VARCHAR(255), action_name VARCHAR(255), data TEXT, PRIMARY KEY (id)
);
CREATE INDEX ix_events_sender_id ON events (sender_id);
INSERT INTO chat_conversations VALUES ('chat', 3, 0), ('gone', 5, 5);
INSERT INTO chat_events VALUES
  ('chat', 1, 'm1', 0, 'person', '{"text": "hello", "buttons": [], "custom": {"language": "en"}}', '2026-11-24T11:00:00+09:00'),
  ('chat', 2, 'm1', 1, 'assistant', '{"text": "Hello.", "buttons": [], "custom": {"topic": "greet"}}', '2026-11-24T11:00:00+09:00'),
  ('chat', 3, 'm2', 0, 'person', '{"text": "fee?", "buttons": [], "custom": {"language": "en"}}', '2026-11-24T11:01:00+09:00');
INSERT INTO chat_feedback VALUES ('chat', 2, true, NULL, '2026-11-24T11:00:30+09:00');
INSERT INTO events (sender_id, type_name, timestamp, data) VALUES
  ('chat', 'session_started', 1795485600, '{"event": "session_started", "timestamp": 1795485600}'),
  ('chat', 'user', 1795485601, '{"event": "user", "timestamp": 1795485601, "text": "hello"}'),
  ('me', 'user', 1795485602, '{"event": "user", "timestamp": 1795485602, "text": "rest"}');

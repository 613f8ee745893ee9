"""The widget's files: one address that sites embed, and addresses that change with what they hold."""

import httpx
import pytest
from fastapi.testclient import TestClient

from bot.app import create_app
from bot.channels.web.bundle import BundleError
from bot.channels.web.widget_files import read_widget

MODULE = """// Starts.
import { one } from "./parts/list.js";

/** @returns {number} */
export function start() {
  return one;
}
"""
BUNDLE = """const $list = (() => {
const one = 1;
return { one };
})();
const $widget = (() => {
const { one } = $list;
function start() {
return one;
}
return { start };
})();
export const { start } = $widget;
"""
LOADER = 'import("/widget/__HASH__/widget.js");'
TEXTS = {"ja": "send: 送る\nclose: とじる\n", "en": "send: Send\nclose: Close\n"}


@pytest.fixture
def widget(tmp_path):
    folder = tmp_path / "widget"
    (folder / "parts").mkdir(parents=True)
    (folder / "loader.js").write_text(LOADER)
    (folder / "widget.js").write_text(MODULE)
    (folder / "style.css").write_text(":host { color: #111; }")
    (folder / "parts" / "list.js").write_text("// One.\nexport const one = 1;\n")
    for language, words in TEXTS.items():
        (tmp_path / language / "texts").mkdir(parents=True)
        (tmp_path / language / "texts" / "widget.yml").write_text(words, encoding="utf-8")
    return tmp_path


@pytest.fixture
def client(widget):
    return open_client(widget)


def open_client(widget):
    return TestClient(create_app(widget / "widget", widget), raise_server_exceptions=False)


def hash_of(client):
    return client.get("/widget.js").text.split("/")[2]


def test_the_loader_knows_the_hash(client):
    response = client.get("/widget.js")
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "__HASH__" not in response.text
    assert client.get(f"/widget/{hash_of(client)}/widget.js").text == BUNDLE


def test_the_loader_is_asked_for_again_soon(client):
    response = client.get("/widget.js")
    assert response.headers["cache-control"] == "max-age=60"
    again = client.get("/widget.js", headers={"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", response.headers["etag"])
    assert client.get("/widget.js", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("widget.js", "text/javascript; charset=utf-8"),
        ("parts/list.js", "text/javascript; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("texts/ja.json", "application/json"),
    ],
)
def test_a_file_may_be_kept_for_ever_and_used_anywhere(client, name, media_type):
    response = client.get(f"/widget/{hash_of(client)}/{name}", headers={"Origin": "https://anywhere.example"})
    headers = response.headers
    assert (response.status_code, headers["content-type"]) == (200, media_type)
    assert headers["cache-control"] == "max-age=31536000, immutable"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"


def test_the_interface_s_words_come_by_language(client):
    path = f"/widget/{hash_of(client)}/texts"
    japanese, english = (client.get(f"{path}/{language}.json").json() for language in ("ja", "en"))
    assert english == {"name": "English", "tag": "en", "send": "Send", "close": "Close"}
    assert japanese == {
        "name": "日本語",
        "tag": "ja",
        "readings": "wish",
        "send": "｜送《おく》る",
        "close": "とじる",
    }
    assert client.get(f"{path}/xx.json").status_code == 404


@pytest.mark.parametrize("name", ["", "nothing.js", "../widget.yml", "..%2Fwidget.yml", "%2e%2e/widget.yml", "parts"])
def test_what_is_no_file_of_the_widget_is_not_found(client, name):
    assert client.get(f"/widget/{hash_of(client)}/{name}").status_code == 404


def test_another_version_is_not_found(client):
    response = client.get("/widget/0000000000000000/widget.js")
    assert response.status_code == 404
    assert "immutable" not in response.headers.get("cache-control", "")


@pytest.mark.parametrize(
    ("name", "content"),
    [("widget/parts/list.js", "export const one = 2;"), ("ja/texts/widget.yml", TEXTS["ja"] + "new: 新\n")],
)
def test_the_hash_changes_with_any_file(widget, client, name, content):
    assert hash_of(open_client(widget)) == hash_of(client)
    (widget / name).write_text(content, encoding="utf-8")
    assert hash_of(open_client(widget)) != hash_of(client)


def test_the_hash_changes_with_a_name(widget, client):
    (widget / "widget" / "style.css").rename(widget / "widget" / "theme.css")
    assert hash_of(open_client(widget)) != hash_of(client)


def test_the_files_are_served_by_the_server_too(serve, sqlite, widget):
    served = serve(sqlite, widget=widget / "widget", languages=widget)
    assert "/widget.js" in httpx.get(f"{served.address}/widget.js").text


@pytest.mark.parametrize(("accepts", "encoding"), [("gzip, br", "gzip"), ("", None)])
@pytest.mark.parametrize("name", ["/widget.js", "/widget/{hash}/widget.js", "/widget/{hash}/texts/ja.json"])
def test_what_travels_is_compressed_for_who_can_read_it(client, name, accepts, encoding):
    address = name.replace("{hash}", hash_of(client))
    response = client.get(address, headers={"Accept-Encoding": accepts})
    assert response.headers.get("content-encoding") == encoding
    assert "Accept-Encoding" in response.headers["vary"]
    assert response.text == client.get(address, headers={"Accept-Encoding": "identity"}).text


def test_it_is_compressed_once_and_always_alike(widget):
    file = read_widget(widget / "widget", widget).files["widget.js"]
    assert file.compressed is file.compressed
    assert file.compressed == read_widget(widget / "widget", widget).files["widget.js"].compressed


@pytest.mark.parametrize(
    "code",
    [
        'import list from "./parts/list.js";\n',
        'import { one as other } from "./parts/list.js";\n',
        "export default 1;\n",
        'import { start } from "./widget.js";\nexport const again = start;\n',
    ],
)
def test_a_script_that_can_t_be_bundled_is_refused(widget, code):
    (widget / "widget" / "widget.js").write_text(code)
    with pytest.raises(BundleError):
        read_widget(widget / "widget", widget)

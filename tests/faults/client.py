"""One scripted student in a process of their own: they come in by the code, and act on nothing but the page they get.

python tests/faults/client.py HOW NAME SEAT URL CODE SECONDS

HOW is `steady`, `late` (comes in after a while), `silent` (reads and never acts), `double` (sends everything twice) or
`gone` (leaves for a while and comes back with the cookie). The last line of the output says what came of it, as JSON.
"""

from __future__ import annotations

import http.client
import json
import sys
import time
from collections import Counter
from http.cookies import SimpleCookie
from pathlib import Path
from random import Random
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.web.reader import Control, Form, Seen, filled

DEBRIEF = "/play/debrief"


class Student:
    """Somebody with a browser that runs no script."""

    def __init__(self, how: str, name: str, seat: str, url: str, code: str) -> None:
        self.how, self.name, self.seat, self.code = how, name, seat, code
        self.address = urlsplit(url).netloc
        self.cookie = ""
        self.number = 0
        self.statuses: Counter[int] = Counter()
        self.counted: list[str] = []
        self.debriefed = False
        self.random = Random(name)

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
        """One request, made again until the host answers."""
        headers = {"cookie": self.cookie, "origin": f"http://{self.address}"} if method == "POST" else {}
        headers |= {"cookie": self.cookie} if self.cookie else {}
        if form is not None:
            headers["content-type"] = "application/x-www-form-urlencoded"
        while True:
            connection = http.client.HTTPConnection(self.address, timeout=20)
            try:
                connection.request(method, path, urlencode(form) if form is not None else None, headers)
                response = connection.getresponse()
                body = response.read().decode("utf-8")
                self.statuses[response.status] += 1
                return response.status, {name.lower(): value for name, value in response.getheaders()}, body
            except (OSError, http.client.HTTPException):
                time.sleep(0.2)
            finally:
                connection.close()

    def come_in(self) -> None:
        """By the form on the first page."""
        self.cookie = ""
        status, headers, body = self.ask("POST", "/join", {"code": self.code, "name": self.name, "seat": self.seat})
        if status != 303:
            raise SystemExit(f"{self.name} could not come in: {body[:300]}")
        self.cookie = f"seat={SimpleCookie(headers['set-cookie'])['seat'].value}"

    def play(self, seconds: float) -> None:
        """Read and act until the debrief is there, or the time is over."""
        until = time.monotonic() + seconds
        away_at = time.monotonic() + seconds / 12
        while time.monotonic() < until and not self.debriefed:
            page = self.read("/play")
            if any(href.startswith(DEBRIEF) for href in page.play_links):
                self.debrief()
            elif self.how != "silent":
                self.act(page)
            if self.how == "gone" and time.monotonic() > away_at:
                away_at = until
                time.sleep(6)
            time.sleep(self.random.uniform(0.5, 1.5))

    def read(self, path: str) -> Seen:
        """A page."""
        status, _, body = self.ask("GET", path)
        if status != 200:
            raise SystemExit(f"{self.name} got {status} for {path}: {body[:300]}")
        return Seen(body)

    def debrief(self) -> None:
        """Read it, once it is made."""
        self.debriefed = "Rulings" in " ".join(self.read(DEBRIEF).words)

    def act(self, page: Seen) -> None:
        """Press a button of the page, or of one to which it leads."""
        if self.random.random() < 0.5 and page.play_links:
            page = self.read(self.random.choice(page.play_links).split("#")[0])
        pressed = [(form, button) for form in page.forms if form.action == "/do" for button in form.buttons]
        if pressed:
            self.send(*self.random.choice(pressed))

    def send(self, form: Form, button: Control) -> None:
        """What a press sends; from a nervous thumb twice."""
        self.number += 1
        ref = f"{self.name}.{self.number}"
        sent = dict(filled(form, button, None)) | {"ref": ref}
        for _ in range(2 if self.how == "double" else 1):
            status, _, _ = self.ask("POST", "/do", sent)
            if status == 303 and ref not in self.counted:
                self.counted.append(ref)


def main() -> None:
    """Take part."""
    how, name, seat, url, code, seconds = sys.argv[1:]
    student = Student(how, name, seat, url, code)
    if how == "late":
        time.sleep(float(seconds) / 10)
    student.come_in()
    student.play(float(seconds))
    told = {"name": name, "statuses": student.statuses, "counted": student.counted, "debriefed": student.debriefed}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()

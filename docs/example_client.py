"""Plays one seat of a hosted exercise by simple choices: the standard library, and protocol.md, and nothing else.

python3 example_client.py 192.168.1.7:8000 CODE NAME [SEAT]
"""

import http.client
import json
import secrets
import sys
import urllib.parse


def say(*words):
    """One line."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def ask(host, path, body, headers):
    """One POST; its status and its answer."""
    line = http.client.HTTPConnection(host, timeout=30)
    line.request("POST", path, body.encode(), {"Accept": "application/json", **headers})
    answer = line.getresponse()
    return answer.status, json.loads(answer.read())


def patched(old, patch):
    """The value that a patch leads to."""
    if "to" in patch:
        return patch["to"]
    inner = patch.get("in", {})
    if isinstance(old, list):
        return [patched(v, inner[str(n)]) if str(n) in inner else v for n, v in enumerate(old)] + patch.get(
            "append", []
        )
    kept = {key: value for key, value in old.items() if key not in patch.get("drop", ())}
    new = kept | {key: patched(old[key], part) for key, part in inner.items()} | patch.get("set", {})
    return {key: new[key] for key in patch.get("order", new)}


def choices(has):
    """What this player does now: answers what it is asked, votes yes, and is ready."""
    state, council = has["state"], has["state"].get("council", {})
    for key, question in state.get("script", {}).get("asked", {}).items():
        if not question.get("answer"):
            inject = json.loads(key)[0]
            asks = has["scenario"]["injects"][inject]["asks"]
            say("Asked:", asks["text"]["by_language"][0][1])
            yield {"kind": "answer-inject", "inject": inject, "answer": asks["default"]}
    for text in council.get("sheet", []) if state["table"]["phase"] == "voting" else []:
        if has["seat"] not in council["texts"][text].get("votes", {}):
            say("To vote on:", text)
            yield {"kind": "cast-vote", "text": text, "vote": "yes", "also": False}
    yield {"kind": "set-ready"}


def parts(host, token):
    """What the seat has, each time it has changed, by the events of the live stream."""
    line, has, event = http.client.HTTPConnection(host, timeout=60), {}, ""
    line.request("GET", "/live", headers={"Authorization": f"Bearer {token}", "Accept": "application/vnd.crisis+json"})
    for row in line.getresponse():
        field, _, value = row.decode().rstrip("\n").partition(": ")
        event = value if field == "event" else event
        if field == "data" and event == "waiting":
            say("Waiting with", ", ".join(json.loads(value)["people"]))
        elif field == "data" and event in ("whole", "patch"):
            data = json.loads(value)
            has = data if event == "whole" else patched(has, {k: v for k, v in data.items() if k not in ("from", "v")})
            yield has


def main(host, code, name, seat=""):
    """Come in, and play to the end."""
    form = urllib.parse.urlencode({"code": code, "name": name, "seat": seat})
    status, joined = ask(host, "/join", form, {"Content-Type": "application/x-www-form-urlencoded"})
    if status != 200:
        sys.exit(joined["error"])
    device, number, done = secrets.token_hex(4), 0, None
    headers = {"Authorization": f"Bearer {joined['token']}", "Content-Type": "application/json"}
    for has in parts(host, joined["token"]):
        if has["protocol"].split(".")[0] != "1":
            sys.exit(f"The host speaks protocol {has['protocol']}.")
        place = [has["state"]["table"].get(part) for part in ("round", "phase")]
        if has["finished"]:
            say("It is over.")
            return
        if has["seat"] not in has["waiting"] or place == done:
            continue
        done = place
        say("Round", *place)
        for command in choices(has):
            number += 1
            ref = f"{joined['key']}.{device}.{number}"
            status, answer = ask(host, "/do", json.dumps({"command": command, "ref": ref}), headers)
            if status != 200:
                say("Not done:", answer.get("reason") or answer.get("error"))


main(*sys.argv[1:])

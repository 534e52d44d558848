"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const page = $("page"), said = $("said"), lost = $("lost"), data = document.body.dataset;
  const say = (words) => { said.textContent = words; };
  const tell = (name) => say($("tell-" + name).textContent);
  const wait = (ms) => new Promise((then) => setTimeout(then, ms));
  let at = data.at, stream = null, left = data.left ? +data.left : null, paused = "paused" in data, told = Date.now();

  // What is sent is numbered by the device, so that a tap that is sent twice counts once.
  const memory = {};
  const keep = (name, value) => {
    try { if (value !== undefined) localStorage.setItem(name, value); return localStorage.getItem(name); }
    catch { if (value !== undefined) memory[name] = String(value); return memory[name] ?? null; }
  };
  if (!keep("device")) keep("device", [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join(""));
  const nextRef = () => `${data.key}.${keep("device")}.${keep("sent", (+keep("sent") || 0) + 1)}`;

  // The clock runs here between two words of the host's.
  const drawClock = () => {
    const clock = $("clock");
    if (!clock) return;
    if (left === null) { clock.textContent = ""; return; }
    const now = Math.ceil(Math.max(0, left - (paused ? 0 : (Date.now() - told) / 1000)));
    clock.textContent = (paused ? "‖ " : "") + Math.floor(now / 60) + ":" + String(now % 60).padStart(2, "0");
  };
  setInterval(drawClock, 1000);

  // A new region keeps what the reader has done with the old one: folds, focus, half-typed words, scroll.
  const foldKey = (fold) => fold.id || fold.closest("[id]").id + "|" + fold.querySelector("summary").textContent;
  const standing = (list) => ([...list.options].find((option) => option.defaultSelected) ?? list.options[0])?.value;
  const typed = (field) => field.type === "checkbox" || field.type === "radio"
    ? field.checked !== field.defaultChecked : field.options ? field.value !== standing(field) : field.value !== field.defaultValue;
  const fieldKey = (field) => (field.id || field.name) + (field.type === "checkbox" || field.type === "radio" ? field.value : "");
  const FIELDS = "textarea, select, input:not([type=hidden])";
  const focusKey = (node) => node && page.contains(node) && (node.id ? "#" + node.id
    : (node.closest("[id]")?.id || "") + "|" + node.tagName + "|" + (node.value || node.getAttribute("href") || node.textContent));
  const heading = () => page.querySelector("h1")?.textContent;
  const put = (html) => {
    const folds = new Map([...page.querySelectorAll("details")].map((fold) => [foldKey(fold), fold.open]));
    const words = new Map([...page.querySelectorAll(FIELDS)].filter(typed).map((field) => [fieldKey(field), field]));
    const focus = focusKey(document.activeElement), scroll = [scrollX, scrollY];
    const caret = document.activeElement?.selectionStart, title = heading();
    page.innerHTML = html;
    for (const fold of page.querySelectorAll("details")) if (folds.has(foldKey(fold))) fold.open = folds.get(foldKey(fold));
    for (const field of page.querySelectorAll(FIELDS)) {
      const old = words.get(fieldKey(field));
      if (old) { field.value = old.value; field.checked = old.checked; }
    }
    if (focus) for (const node of page.querySelectorAll("a, button, summary, textarea, select, input, [tabindex]")) {
      if (focusKey(node) !== focus) continue;
      node.focus({ preventScroll: true });
      if (caret != null && node.setSelectionRange && node.type !== "number") node.setSelectionRange(caret, caret);
      break;
    }
    if (heading() === title) scrollTo(...scroll); else scrollTo(0, 0);  // another beat begins at its head
    drawClock();
  };

  // The stream; it is opened anew for each address, when a phone wakes up, and a while after a host that was too busy:
  // a browser itself tries again only where nobody answered.
  const listen = () => {
    stream?.close();
    const mine = stream = new EventSource("/live?at=" + encodeURIComponent(at));
    stream.onopen = () => { lost.hidden = true; };
    stream.onerror = () => {
      lost.hidden = false;
      if (mine.readyState === EventSource.CLOSED) wait(2000).then(() => { if (mine === stream) listen(); });
    };
    stream.addEventListener("page", (event) => {
      const { html, due } = JSON.parse(event.data);
      put(html);
      document.title = due ? due + " · " + data.title : data.title;
    });
    stream.addEventListener("clock", (event) => { ({ left, paused } = JSON.parse(event.data)); told = Date.now(); drawClock(); });
    stream.addEventListener("nudge", (event) => { say(JSON.parse(event.data).words ?? ""); navigator.vibrate?.(200); });
    stream.addEventListener("moved", () => { stream.close(); tell("moved"); });
    stream.addEventListener("over", () => { stream.close(); location.replace(location.pathname + location.search); });  // a reload would scroll
  };
  document.addEventListener("visibilitychange", () => { if (!document.hidden && stream.readyState === EventSource.CLOSED) listen(); });

  // What an address points at is brought into view and marked, so that also a short way is seen.
  const aim = (target) => {
    if (!target) return;
    target.scrollIntoView();
    target.classList.add("aimed");
    target.querySelector("button, a, input:not([type=hidden])")?.focus({ preventScroll: true });
  };

  // Other pages are fetched into this one; the address is that of the page, so that reload and back work.
  const go = async (address, push = true) => {
    const [path, anchor] = address.split("#");
    try {
      const answer = await fetch(path, { headers: { Accept: "text/html" } });
      // Its style is this page's; a copy with another nonce would only be refused.
      const text = (await answer.text()).replace(/<(style|script)\b[^]*?<\/\1>/g, "");
      const whole = new DOMParser().parseFromString(text, "text/html"), region = whole.getElementById("page");
      if (!answer.ok || !region || !whole.body.dataset.at) { location.assign(address); return; }
      const same = path.split("?")[0] === at.split("?")[0] && path.startsWith("/play/do/");
      at = whole.body.dataset.at;
      data.title = whole.body.dataset.title;
      document.title = whole.title;
      if (push) history.pushState(null, "", address);
      put(region.innerHTML);
      if (anchor) aim($(decodeURIComponent(anchor)));
      else if (!same) { scrollTo(0, 0); $("main")?.focus({ preventScroll: true }); }
      listen();
    } catch { location.assign(address); }
  };
  addEventListener("popstate", () => go(location.pathname + location.search, false));
  page.addEventListener("click", (event) => {
    const way = event.target.closest("a[href^='/play']");
    if (!way || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(way.getAttribute("href"));
  });

  // A tap is sent until the host answers, however often the network fails.
  const send = async (command, beat) => {
    const body = JSON.stringify({ command, ref: nextRef(), beat });
    for (let tries = 0; ; tries++) {
      try {
        const answer = await fetch("/do", { method: "POST", headers: { "Content-Type": "application/json" }, body });
        if (answer.status < 500) return answer;
      } catch { tell("unsent"); }
      await wait(Math.min(8000, 400 * 2 ** tries));
    }
  };
  page.addEventListener("submit", async (event) => {
    const form = event.target, pressed = event.submitter, values = new FormData(form, pressed);
    if (form.method === "post" && form.getAttribute("action") !== "/do") return;
    event.preventDefault();
    if (form.method === "get") {
      go(form.getAttribute("action") + "?" + new URLSearchParams(values) + (pressed?.dataset.anchor ?? ""));
      return;
    }
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    say("");
    const command = JSON.parse(values.get("command"));
    for (const [name, words] of values) if (name.startsWith("with.")) command[name.slice(5)] = words.replaceAll("\r\n", "\n");
    const answer = await send(command, values.get("beat") ?? "");
    delete form.dataset.busy;
    if (answer.ok) {
      tell("sent");
      wait(4000).then(() => { if (said.textContent === $("tell-sent").textContent) say(""); });
      form.reset();
      const back = values.get("back");
      if (back && back.split("#")[0] !== location.pathname + location.search) go(back);
      return;
    }
    if (answer.status === 401) tell("unknown");
    else if (answer.status === 429) tell("fast");
    else { const told = await answer.json().catch(() => ({})); say(told.reason ?? told.error ?? ""); }
  });
  drawClock();
  listen();
})();

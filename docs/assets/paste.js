// Compares a pasted error with the API's sentences, and cleans what is pasted into the site's search.
(function () {
  "use strict"

  const ROOT = new URL("..", document.currentScript.src).href  // this file stands in assets/

  const SIDES = {
    request: "in your request", credentials: "your credentials", account: "your account", limits: "a limit", service: "the service",
    network: "the network", client: "the client, not the API",
  }

  // White space, backticks, asterisks and escapes suffer in pastes: they do not count.
  function squeezed(text) {
    return text.replace(/\\[nrt]/g, "").replace(/[\s`*\\]+/g, "")
  }

  // The literal parts in their order, each behind the one before it; the length that fits, or 0.
  function fit(text, literals) {
    let at = 0, length = 0
    for (const one of literals) {
      const found = text.indexOf(one, at)
      if (found < 0) return 0
      at = found + one.length
      length += one.length
    }
    return length
  }

  function matches(text) {
    const pasted = squeezed(text)
    const found = []
    for (const [slug, title, side, sentences, codes] of window.WHY400_SENTENCES) {
      let best = Math.max(0, ...sentences.map((one) => fit(pasted, one)))
      if (codes.some((code) => text.includes(code))) best = Math.max(best, 1000)
      if (best) found.push({ slug, title, side, best })
    }
    found.sort((one, other) => other.best - one.best)
    return !found.length ? [] : found.filter((one) => one.best * 2 > found[0].best).slice(0, 5)
  }

  function show(place, text) {
    place.textContent = ""
    if (!text.trim()) return
    const found = matches(text)
    if (!found.length) {
      place.textContent = "Not known here. `why400 explain` reads more kinds of text; its answer names the family."
      return
    }
    for (const one of found) {
      const line = document.createElement("p"), link = document.createElement("a")
      link.href = ROOT + "rules/" + one.slug + ".html"
      link.textContent = one.slug
      line.append(link, " · " + (SIDES[one.side] || one.side) + " · " + one.title + ".")
      place.append(line)
    }
  }

  function ready() {
    const box = document.getElementById("why400-paste"), place = document.getElementById("why400-found")
    if (box && place) {
      box.addEventListener("input", () => show(place, box.value))
      const asked = new URLSearchParams(window.location.search).get("error")
      if (asked) { box.value = asked; show(place, asked) }
    }
    // The search reads `messages.5:` as a field and `-`, `~`, `^`, `*` as operators: what is pasted becomes plain words, and above its
    // results stand the rules that the error belongs to.
    const search = document.querySelector("[data-md-component=search-query]"), results = document.querySelector(".md-search-result")
    if (!search || !results) return
    const own = document.createElement("div")
    own.className = "why400-search"
    results.prepend(own)
    search.addEventListener("input", () => { if (!search.value) own.textContent = "" })
    search.addEventListener("paste", (event) => {
      const text = event.clipboardData.getData("text")
      own.textContent = ""
      if (matches(text).length) show(own, text)
      if (!/[:~^*+`"'{}\\-]/.test(text)) return
      event.preventDefault()
      search.value = text.replace(/[^\p{L}\p{N}_]+/gu, " ").trim().slice(0, 300)
      search.dispatchEvent(new Event("input", { bubbles: true }))
      search.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    })
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready)
  else ready()
})()

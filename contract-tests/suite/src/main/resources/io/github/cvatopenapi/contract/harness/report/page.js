"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "class") element.className = value; else if (name === "on") element.addEventListener("click", value); else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

// a line that opens to what is behind it, which is made when it is first asked for
function foldable(kind, summary, fill, open) {
  const view = make("details", { class: kind }, make("summary", {}, ...summary));
  const once = () => {
    if (!view.dataset.filled) {
      view.dataset.filled = "yes";
      view.append(...fill().filter(Boolean));
    }
  };
  view.addEventListener("toggle", once);
  if (open) { view.open = true; once(); }
  return view;
}

function evidence(exchange) {
  const headers = Object.entries(exchange.headers).map(([name, value]) => name + ": " + value).join("\n");
  return make("div", { class: "ex" },
    make("p", {}, "called by " + exchange.caller + ", answered " + exchange.status + " after " + exchange.millis + " ms"),
    make("pre", {}, exchange.request),
    make("pre", {}, "HTTP " + exchange.status + (headers ? "\n" + headers : "") + (exchange.body ? "\n\n" + exchange.body : "")));
}

function pairs(list, entries) {
  byId(list).replaceChildren(...entries.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))]));
}

const counted = (count, what) => count + " " + what + (count === 1 ? "" : "s");
